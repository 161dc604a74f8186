# LifoQueue gives the newest item first; Queue the oldest; PriorityQueue the smallest.
import asyncio


async def drain(q):
    out = []
    while not q.empty():
        out.append(await q.get())
    return out


async def main():
    for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = cls()
        for n in (3, 1, 4, 1, 5, 9, 2, 6):
            await q.put(n)
        first = await q.get()
        await q.put(0)
        print(f"{cls.__name__:>13}: {first} then {await drain(q)}")


asyncio.run(main())
