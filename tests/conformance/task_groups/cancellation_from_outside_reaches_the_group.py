# A task that waits in a group is cancelled: children first, then CancelledError, no group.
import asyncio


async def child(name, fail=False):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        if fail:
            raise ValueError(name)
        raise


async def parent(*children):
    try:
        async with asyncio.TaskGroup() as group:
            for args in children:
                group.create_task(child(*args))
    except BaseException as error:
        print("parent:", repr(error), "cancelling", asyncio.current_task().cancelling())
        raise


async def main():
    for children in ([("a",), ("b",)], [("c",), ("d", True)]):
        task = asyncio.create_task(parent(*children))
        await asyncio.sleep(1)
        task.cancel("outside")
        result, = await asyncio.gather(task, return_exceptions=True)
        print("result:", repr(result), "cancelled:", task.cancelled())
    # Outside cancellation while the group is being aborted for another reason.
    async def failing():
        await asyncio.sleep(0.5)
        raise OSError("first")

    async def slow_to_die():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(1)

    async def parent2():
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(slow_to_die())

    task = asyncio.create_task(parent2())
    await asyncio.sleep(1)
    task.cancel()
    result, = await asyncio.gather(task, return_exceptions=True)
    print("result:", repr(result), task.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
