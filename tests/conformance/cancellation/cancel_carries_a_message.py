# cancel(msg) puts its message into the CancelledError, through tasks and gathers.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inner:", error.args, str(error))
        raise


async def middle():
    await asyncio.create_task(inner())


async def outer():
    try:
        await middle()
    except asyncio.CancelledError as error:
        print("outer:", error.args)
        raise


async def main():
    for message in (None, "shutdown", 42, ("a", 1)):
        task = asyncio.create_task(outer())
        await asyncio.sleep(0.1)
        task.cancel() if message is None else task.cancel(msg=message)
        try:
            await task
        except asyncio.CancelledError as error:
            print("main:", error.args)
    try:
        task.result()
    except asyncio.CancelledError as error:
        print("result():", error.args)
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print("exception():", error.args)
    print(task.cancelled())


asyncio.run(main())
