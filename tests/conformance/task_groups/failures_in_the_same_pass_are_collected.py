# Two tasks fail at the same instant: both are in the group, in the order of their end.
import asyncio


async def fail(name, delay=0.0, passes=0):
    await asyncio.sleep(delay)
    for _ in range(passes):
        await asyncio.sleep(0)
    print("raise", name)
    raise ValueError(name)


async def attempt(*jobs):
    try:
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(fail(*job))
    except* ValueError as error:
        print([str(e) for e in error.exceptions])


async def main():
    await attempt(("a", 1), ("b", 1))
    await attempt(("c", 1, 1), ("d", 1))
    await attempt(("e", 1), ("f", 1, 1))
    await attempt(("g", 1), ("h", 1, 2))
    await attempt(("i", 0.0), ("j", 0.0))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
