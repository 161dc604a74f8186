# The body fails: the tasks are cancelled; the body's own error comes last in the group.
import asyncio


async def child(name, delay, cleanup_error=None):
    try:
        await asyncio.sleep(delay)
        raise KeyError(name)
    except asyncio.CancelledError:
        print(name, "cancelled")
        if cleanup_error:
            raise cleanup_error
        raise


async def attempt(sleep, *children):
    try:
        async with asyncio.TaskGroup() as group:
            for args in children:
                group.create_task(child(*args))
            await asyncio.sleep(sleep)
            print("body raises")
            raise RuntimeError("body")
    except* Exception as error:
        print(repr(error), asyncio.current_task().cancelling())


async def main():
    await attempt(1, ("a", 2), ("b", 3))
    await attempt(1, ("c", 2), ("d", 3, OSError("cleanup of d")))
    await attempt(0)
    # A child fails first: the body is cancelled in its sleep and says nothing.
    await attempt(2, ("e", 1), ("f", 3))


asyncio.run(main())
