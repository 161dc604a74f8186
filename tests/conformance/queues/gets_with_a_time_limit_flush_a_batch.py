# Items are collected into batches: by size, or by a time limit since the last item.
import asyncio


async def sensor(q):
    for value, pause in [(1, 0.1), (2, 0.1), (3, 0.1), (4, 2.0), (5, 0.2), (6, 3.0), (7, 0.0)]:
        await q.put(value)
        await asyncio.sleep(pause)
    await q.put(None)


async def batches(q, size, limit):
    batch = []
    while True:
        try:
            async with asyncio.timeout(limit):
                item = await q.get()
        except TimeoutError:
            if batch:
                yield "timeout", batch
                batch = []
            continue
        if item is None:
            break
        batch.append(item)
        if len(batch) == size:
            yield "full", batch
            batch = []
    if batch:
        yield "end", batch


async def main():
    q = asyncio.Queue()
    feeding = asyncio.create_task(sensor(q))
    async for why, batch in batches(q, size=3, limit=1.0):
        print(f"{asyncio.get_running_loop().time():.1f} {why:<8}{batch}")
    await feeding


asyncio.run(main())
