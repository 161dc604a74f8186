# Two awaits in a row: three seconds. Two tasks: two seconds. The classic comparison.
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.1f}: {what}")
    return delay


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await say_after(1, "hello")
    await say_after(2, "world")
    print(f"in a row: {loop.time() - start:.1f} s")

    start = loop.time()
    task1 = asyncio.create_task(say_after(1, "hello"))
    task2 = asyncio.create_task(say_after(2, "world"))
    print("started at", start)
    await task1
    await task2
    print(f"as tasks: {loop.time() - start:.1f} s")

    start = loop.time()
    # Awaiting the slow one first changes nothing about the times.
    task1 = asyncio.create_task(say_after(1, "hello"))
    task2 = asyncio.create_task(say_after(2, "world"))
    print(await task2, await task1, f"other order: {loop.time() - start:.1f} s")


asyncio.run(main())
