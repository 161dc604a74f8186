# Each consumer stops at a sentinel of its own; one that is put back serves all.
import asyncio

STOP = object()


async def consumer(name, q, put_back):
    count = 0
    while True:
        item = await q.get()
        if item is STOP:
            if put_back:
                await q.put(STOP)
            break
        count += 1
        await asyncio.sleep(item / 10)
    return f"{name}:{count}"


async def round_of(put_back):
    q = asyncio.Queue()
    consumers = [asyncio.create_task(consumer(c, q, put_back)) for c in "ABC"]
    for n in (5, 1, 1, 2, 1, 3, 1):
        await q.put(n)
    for _ in range(1 if put_back else len(consumers)):
        await q.put(STOP)
    print(await asyncio.gather(*consumers), "left in queue:", q.qsize())


async def main():
    await round_of(put_back=False)
    await round_of(put_back=True)


asyncio.run(main())
