import asyncio
import random


async def client(n):
    for _ in range(56):
        await asyncio.sleep(random.random())
    return n


async def main():
    await asyncio.gather(*(client(n) for n in range(1000)))


asyncio.run(main())
