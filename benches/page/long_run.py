import asyncio
import random


async def client(n, lock):
    for turn in range(20):
        await asyncio.sleep(random.random())
        async with lock:
            await asyncio.sleep(0)
    print(n, "is done")
    return n


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(client(n, lock) for n in range(120)))


asyncio.run(main())
