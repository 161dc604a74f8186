# The standard example: cancel, clean up, re-raise, and the caller sees it.
import asyncio


async def cancel_me():
    print("cancel_me(): before sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancel_me(): cancel sleep")
        raise
    finally:
        print("cancel_me(): after sleep")


async def main():
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(1)
    print("cancel() returns", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main(): cancel_me is cancelled now")
    print(task.done(), task.cancelled(), "cancel() of a done task:", task.cancel())
    print(asyncio.get_running_loop().time())


asyncio.run(main())
