# A bounded buffer with "not full" and "not empty" on the same lock.
import asyncio
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self.items = deque()
        self.capacity = capacity
        self.lock = asyncio.Lock()
        self.not_full = asyncio.Condition(self.lock)
        self.not_empty = asyncio.Condition(self.lock)

    async def put(self, item):
        async with self.not_full:
            while len(self.items) == self.capacity:
                print(f"   full, {item} must wait")
                await self.not_full.wait()
            self.items.append(item)
            self.not_empty.notify()

    async def get(self):
        async with self.not_empty:
            while not self.items:
                print("   empty, get must wait")
                await self.not_empty.wait()
            item = self.items.popleft()
            self.not_full.notify()
            return item


async def main():
    buffer = BoundedBuffer(2)

    async def produce():
        for i in range(5):
            await buffer.put(i)
            print("put", i)

    async def consume():
        for _ in range(5):
            print("got", await buffer.get())
            await asyncio.sleep(1)

    await asyncio.gather(consume(), produce())


asyncio.run(main())
