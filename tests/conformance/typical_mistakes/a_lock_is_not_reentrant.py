# A coroutine that takes the same lock twice waits for itself for ever.
import asyncio


class Counter:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.value = 0

    async def add(self, n):
        async with self.lock:
            self.value += n

    async def add_twice(self, n):
        async with self.lock:
            await self.add(n)
            await self.add(n)


async def main():
    counter = Counter()
    await counter.add(1)
    print("value", counter.value)
    try:
        async with asyncio.timeout(1):
            await counter.add_twice(10)
    except TimeoutError:
        print("deadlock noticed at", asyncio.get_running_loop().time(), counter.value)
    await asyncio.sleep(1)
    await counter.add_twice(10)
    print("not reached")


asyncio.run(main())
