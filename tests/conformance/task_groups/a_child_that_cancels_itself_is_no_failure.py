# A cancelled child leaves the group alone: its siblings go on, nothing is raised.
import asyncio


async def quits():
    await asyncio.sleep(0.5)
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def raises_cancelled():
    await asyncio.sleep(0.7)
    raise asyncio.CancelledError("by hand")


async def works():
    await asyncio.sleep(2)
    return "worked"


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(quits()),
            group.create_task(raises_cancelled()),
            group.create_task(works()),
            group.create_task(works()),
        ]
        await asyncio.sleep(1)
        tasks[2].cancel()
    print([t.cancelled() for t in tasks], tasks[3].result(), asyncio.get_running_loop().time())


asyncio.run(main())
