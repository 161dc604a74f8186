# Read, await, write: a hundred increments end as one. Without the await none is lost.
import asyncio

counter = 0


async def racy():
    global counter
    value = counter
    await asyncio.sleep(0)
    counter = value + 1


async def atomic():
    global counter
    await asyncio.sleep(0)
    counter += 1


async def locked(lock):
    global counter
    async with lock:
        value = counter
        await asyncio.sleep(0)
        counter = value + 1


async def main():
    global counter
    lock = asyncio.Lock()
    for make in (racy, atomic, lambda: locked(lock)):
        counter = 0
        await asyncio.gather(*(make() for _ in range(100)))
        print(f"{getattr(make, '__name__', '?'):<10}{counter:>4}")


asyncio.run(main())
