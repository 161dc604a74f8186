# The task's timer and wait's own timeout are equal: insertion order decides what is seen.
import asyncio


async def sleeper(delay):
    await asyncio.sleep(delay)
    return delay


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeper(1))
    done, pending = await asyncio.wait([task], timeout=1)
    print("timeout set first:", len(done), len(pending), loop.time())
    await task

    task = asyncio.create_task(sleeper(1))
    await asyncio.sleep(0)
    done, pending = await asyncio.wait([task], timeout=1)
    print("task's timer set first:", len(done), len(pending), loop.time())
    await asyncio.sleep(0)
    print("done now:", task.done())

    task = loop.create_task(asyncio.sleep(1, "direct"))
    done, pending = await asyncio.wait([task], timeout=1.000000001)
    print("a nanosecond later:", len(done), len(pending), loop.time())


asyncio.run(main())
