# A task that waits in gather is cancelled: so are the children, before it goes on.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(f"{name} cancelled with {error.args}")
        raise
    finally:
        print(f"{name} finally")


async def parent():
    try:
        await asyncio.gather(child("one"), child("two"), asyncio.sleep(0.1, "quick"))
    except asyncio.CancelledError as error:
        print("parent cancelled with", error.args, "at", asyncio.get_running_loop().time())
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    print("cancel:", task.cancel("enough"))
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args)
    print(task.cancelled())


asyncio.run(main())
