# How many passes of the loop lie between an end and its waiter's next step.
import asyncio


async def passes():
    for i in range(8):
        print(f"-- pass {i}")
        await asyncio.sleep(0)


async def quick():
    return "done"


async def await_coroutine():
    await quick()
    print("await coroutine")


async def await_task():
    await asyncio.create_task(quick())
    print("await task")


async def await_gather():
    await asyncio.gather(quick())
    print("await gather")


async def await_shield():
    await asyncio.shield(quick())
    print("await shield")


async def await_wait():
    await asyncio.wait([asyncio.create_task(quick())])
    print("await wait")


async def await_wait_for():
    await asyncio.wait_for(asyncio.create_task(quick()), 5)
    print("await wait_for")


async def await_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(quick())
    print("task group")


async def main():
    for way in (await_coroutine, await_task, await_gather, await_shield, await_wait,
                await_wait_for, await_group):
        task = asyncio.create_task(way())
        await passes()
        await task


asyncio.run(main())
