# A timeout around a group cancels the tasks; a timeout inside a task is its own failure.
import asyncio


async def job(name, delay):
    try:
        await asyncio.sleep(delay)
        print(f"{name} ends")
    except asyncio.CancelledError:
        print(f"{name} is cancelled")
        raise


async def limited(name, delay, limit):
    async with asyncio.timeout(limit):
        await job(name, delay)


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(job("a", 0.5))
                group.create_task(job("b", 2))
    except TimeoutError:
        print("TimeoutError around the group at", loop.time())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(limited("c", 5, limit=1))
            group.create_task(job("d", 3))
    except* TimeoutError as error:
        print(f"in the group: {error!r} at", loop.time())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("e", 3))
            async with asyncio.timeout(1):
                await asyncio.sleep(2)
    except* TimeoutError as error:
        print(f"in the body: {error!r} at", loop.time(), asyncio.current_task().cancelling())


asyncio.run(main())
