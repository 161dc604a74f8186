"""1,000,000 switches: 100 tasks that give way to each other 10,000 times each."""

import asyncio


async def give_way(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(give_way(10_000) for _ in range(100)))


asyncio.run(main())
