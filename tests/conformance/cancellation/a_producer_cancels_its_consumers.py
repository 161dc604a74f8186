# Consumers wait in get() for ever; when the queue is done they are cancelled.
import asyncio
import random


async def worker(name, queue):
    handled = 0
    try:
        while True:
            seconds = await queue.get()
            await asyncio.sleep(seconds)
            queue.task_done()
            handled += 1
            print(f"{asyncio.get_running_loop().time():.2f} {name} has slept for {seconds:.2f}")
    except asyncio.CancelledError:
        print(f"{name} handled {handled}")
        raise


async def main():
    random.seed(11)
    queue = asyncio.Queue()
    total = 0
    for _ in range(10):
        seconds = random.uniform(0.05, 1.0)
        total += seconds
        queue.put_nowait(seconds)
    tasks = [asyncio.create_task(worker(f"worker-{i}", queue)) for i in range(3)]
    started = asyncio.get_running_loop().time()
    await queue.join()
    slept = asyncio.get_running_loop().time() - started
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print("====")
    print(f"3 workers slept in parallel for {slept:.2f} seconds")
    print(f"total expected sleep time: {total:.2f} seconds")


asyncio.run(main())
