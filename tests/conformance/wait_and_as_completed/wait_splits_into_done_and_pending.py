# asyncio.wait returns two sets; a timeout leaves the slow tasks in the second.
import asyncio


async def sleeper(delay):
    await asyncio.sleep(delay)
    return delay


async def main():
    tasks = [asyncio.create_task(sleeper(d), name=f"s{d}") for d in (0.5, 3, 1)]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(f"{asyncio.get_running_loop().time()}: {len(done)} done, {len(pending)} pending")
    print(sorted(t.result() for t in done), [t.get_name() for t in pending])
    print("not cancelled:", [t.cancelled() for t in tasks])
    done, pending = await asyncio.wait(tasks)
    print(f"{asyncio.get_running_loop().time()}: {len(done)} done, {len(pending)} pending")
    print(isinstance(done, set), isinstance(pending, set), pending == set())


asyncio.run(main())
