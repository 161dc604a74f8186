# Cancelling who waits in wait() does not cancel what it waits for; gather would.
import asyncio


async def job(name):
    try:
        await asyncio.sleep(2)
        print(f"{name} ends at {asyncio.get_running_loop().time()}")
    except asyncio.CancelledError:
        print(f"{name} cancelled at {asyncio.get_running_loop().time()}")
        raise


async def by_wait(task):
    await asyncio.wait([task])


async def by_gather(task):
    await asyncio.gather(task)


async def by_await(task):
    await task


async def main():
    for way in (by_wait, by_gather, by_await):
        task = asyncio.create_task(job(f"job of {way.__name__}"))
        waiter = asyncio.create_task(way(task))
        await asyncio.sleep(1)
        waiter.cancel()
        results = await asyncio.gather(waiter, task, return_exceptions=True)
        print(way.__name__, results, asyncio.get_running_loop().time())


asyncio.run(main())
