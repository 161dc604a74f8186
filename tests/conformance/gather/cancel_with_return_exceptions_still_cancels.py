# return_exceptions does not catch the cancellation of gather itself.
import asyncio


async def child(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return name


async def waiter(**options):
    try:
        return await asyncio.gather(child("x", 1), child("y", 5), **options)
    except asyncio.CancelledError:
        print("waiter cancelled, options", options)
        raise


async def main():
    for options in ({}, {"return_exceptions": True}):
        task = asyncio.create_task(waiter(**options))
        await asyncio.sleep(2)
        task.cancel()
        result = await asyncio.gather(task, return_exceptions=True)
        print(result, [str(r) for r in result], task.cancelled())
    g = asyncio.gather(child("p", 1), child("q", 5), return_exceptions=True)
    await asyncio.sleep(2)
    g.cancel()
    await asyncio.sleep(0.1)
    print(g.done(), g.cancelled(), repr(g.exception()) if not g.cancelled() else None)


asyncio.run(main())
