# StopIteration can't leave a coroutine or generator: PEP 479.
import asyncio


async def leaks():
    await asyncio.sleep(0.1)
    raise StopIteration("lost")


async def calls_next():
    return next(iter([]))


async def main():
    for function in (leaks, calls_next):
        try:
            await function()
        except RuntimeError as error:
            print(f"RuntimeError: {error}; cause {error.__cause__!r}")
        task = asyncio.create_task(function())
        await asyncio.wait([task])
        print(repr(task.exception()))
    future = asyncio.get_running_loop().create_future()
    try:
        future.set_exception(StopIteration("no"))
        await future
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


asyncio.run(main())
