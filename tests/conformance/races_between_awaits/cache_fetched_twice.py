# Two tasks miss the cache at the same time; keeping the task instead of the value cures it.
import asyncio

fetches = []


async def fetch(key):
    fetches.append(key)
    await asyncio.sleep(0.5)
    return key.upper()


class Naive:
    def __init__(self):
        self.cache = {}

    async def get(self, key):
        if key not in self.cache:
            self.cache[key] = await fetch(key)
        return self.cache[key]


class Shared:
    def __init__(self):
        self.tasks = {}

    async def get(self, key):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(fetch(key))
        return await self.tasks[key]


async def main():
    for cls in (Naive, Shared):
        fetches.clear()
        cache = cls()
        values = await asyncio.gather(*(cache.get(k) for k in ("a", "b", "a", "a")))
        print(f"{cls.__name__}: {values} with {len(fetches)} fetches: {''.join(fetches)}")


asyncio.run(main())
