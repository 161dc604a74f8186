# An inner group fails, the outer one sees its ExceptionGroup as one failure.
import asyncio


async def leaf(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(name)
        print(f"{asyncio.get_running_loop().time()} {name} ends")
    except asyncio.CancelledError:
        print(f"{asyncio.get_running_loop().time()} {name} cancelled")
        raise


async def branch(name, fail):
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(f"{name}.1", 1))
        group.create_task(leaf(f"{name}.2", 2, fail))
        group.create_task(leaf(f"{name}.3", 3))
    print(name, "left normally")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(branch("calm", False))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(leaf("inner", 0.5))
        print("inner group is over, outer goes on")
    print("--")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(branch("good", False))
            group.create_task(branch("evil", True))
    except* ValueError as error:
        print(repr(error))
        print([type(e).__name__ for e in error.exceptions])


asyncio.run(main())
