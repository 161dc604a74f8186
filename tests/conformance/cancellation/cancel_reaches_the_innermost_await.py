# The coroutine that really waits gets the error; if it swallows it, the outer ones never know.
import asyncio


async def innermost(swallow):
    try:
        await asyncio.sleep(5)
        return "slept"
    except asyncio.CancelledError:
        print("   innermost: CancelledError")
        if swallow:
            return "swallowed"
        raise
    finally:
        print("   innermost: finally")


async def middle(swallow):
    try:
        return await innermost(swallow)
    finally:
        print("   middle: finally")


async def outer(swallow):
    try:
        result = await middle(swallow)
        print("   outer got", result)
        await asyncio.sleep(1)
        return "outer went on"
    except asyncio.CancelledError:
        print("   outer: CancelledError")
        raise


async def main():
    for swallow in (False, True):
        task = asyncio.create_task(outer(swallow))
        await asyncio.sleep(1)
        print("cancel:", task.cancel())
        print(await asyncio.gather(task, return_exceptions=True), task.cancelled())
    # A task in between: cancelling who waits cancels what is waited for.
    inner_task = asyncio.create_task(innermost(True))
    waiting = asyncio.create_task(asyncio.wait_for(inner_task, None))
    await asyncio.sleep(1)
    waiting.cancel()
    print(await waiting, waiting.cancelled(), inner_task.cancelled())


asyncio.run(main())
