# wait with a timeout as a timer: ask a second server when the first is slow.
import asyncio


async def server(name, latency):
    print(f"{asyncio.get_running_loop().time():.2f} ask {name}")
    await asyncio.sleep(latency)
    return name


async def hedged(latencies, patience):
    tasks = []
    try:
        for number, latency in enumerate(latencies):
            tasks.append(asyncio.create_task(server(f"server{number}", latency)))
            done, _ = await asyncio.wait(
                tasks, timeout=patience, return_when=asyncio.FIRST_COMPLETED
            )
            if done:
                return done.pop().result()
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        print("cancelled:", [t.cancel() for t in tasks])


async def main():
    for latencies in ([0.1, 0.1, 0.1], [1.0, 0.3, 0.1], [1.0, 1.0, 0.05], [0.9, 0.8, 0.7]):
        start = asyncio.get_running_loop().time()
        winner = await hedged(latencies, patience=0.2)
        print(f"{latencies} -> {winner} after {asyncio.get_running_loop().time() - start:.2f}")


asyncio.run(main())
