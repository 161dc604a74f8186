# except Exception lets CancelledError through; bare except and BaseException catch it.
import asyncio


async def careful():
    while True:
        try:
            await asyncio.sleep(1)
        except Exception as error:
            print("never here:", repr(error))


async def too_careful():
    while True:
        try:
            await asyncio.sleep(1)
        except BaseException as error:
            print("caught by BaseException:", repr(error))
            return "swallowed"


async def main():
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1:])
    print(asyncio.CancelledError.__module__, asyncio.CancelledError.__name__)
    for function in (careful, too_careful):
        task = asyncio.create_task(function())
        await asyncio.sleep(0.5)
        task.cancel()
        result, = await asyncio.gather(task, return_exceptions=True)
        print(function.__name__, repr(result), task.cancelled())


asyncio.run(main())
