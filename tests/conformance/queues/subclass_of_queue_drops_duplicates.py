# _init, _put and _get may be overridden to change the storage: here a set-like queue.
import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = True

    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item

    def qsize(self):
        return len(self._queue)


async def main():
    q = UniqueQueue(maxsize=3)
    for url in ["/a", "/b", "/a", "/a", "/c"]:
        await q.put(url)
    print(q.qsize(), q.full(), q.empty())
    waiting = asyncio.create_task(q.put("/d"))
    await asyncio.sleep(0)
    print([await q.get() for _ in range(3)])
    await waiting
    print(await q.get(), q.empty())


asyncio.run(main())
