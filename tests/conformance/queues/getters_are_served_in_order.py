# Several getters that wait are woken in the order in which they began to wait.
import asyncio


async def getter(name, q):
    item = await q.get()
    print(f"{name} got {item}")


async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(getter(f"g{i}", q)) for i in range(4)]
    await asyncio.sleep(0)
    for item in "wxyz":
        print("put", item)
        q.put_nowait(item)
    print("no getter has run yet, size", q.qsize())
    await asyncio.gather(*tasks)
    print("size", q.qsize())


asyncio.run(main())
