# A new thread gets the processor at once, until it blocks; then its starter goes on.
import asyncio
import time


def work(name, pause):
    print(f"   {name}: first half")
    time.sleep(pause)
    print(f"   {name}: second half at {time.monotonic():.1f}")
    return name


async def main():
    loop = asyncio.get_running_loop()
    print("main: starting")
    futures = []
    for name, pause in [("one", 0.5), ("two", 0.2)]:
        futures.append(loop.run_in_executor(None, work, name, pause))
        print("main: started", name, futures[-1].done())
    task = asyncio.create_task(asyncio.to_thread(work, "three", 0.3))
    print("main: made a task, which starts at the next pass")
    await asyncio.sleep(0)
    print("main: waits")
    print(await asyncio.gather(*futures, task))


asyncio.run(main())
