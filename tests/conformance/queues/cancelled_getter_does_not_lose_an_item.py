# A getter that is woken and cancelled in one step leaves the item for the next getter.
import asyncio


async def getter(name, q):
    try:
        item = await q.get()
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "got", item)
    return item


async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(getter("a", q))
    b = asyncio.create_task(getter("b", q))
    await asyncio.sleep(0)
    q.put_nowait(1)
    a.cancel()
    result = await asyncio.gather(a, b, return_exceptions=True)
    print([repr(r) for r in result], q.qsize())

    try:
        await asyncio.wait_for(q.get(), 0.5)
    except TimeoutError:
        q.put_nowait(2)
    print("the timed-out get took nothing:", q.qsize())


asyncio.run(main())
