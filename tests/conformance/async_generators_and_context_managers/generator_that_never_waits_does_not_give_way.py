# `async for` over a generator that awaits nothing never lets another task run.
import asyncio


async def numbers(n, give_way):
    for i in range(n):
        if give_way:
            await asyncio.sleep(0)
        yield i


async def rival(log):
    for i in range(3):
        log.append(f"rival{i}")
        await asyncio.sleep(0)


async def main():
    for give_way in (False, True):
        log = []
        t = asyncio.create_task(rival(log))
        async for i in numbers(3, give_way):
            log.append(i)
        await t
        print(give_way, log)


asyncio.run(main())
