# Items of several async generators are merged in order of time through one task each.
import asyncio


async def ticks(label, every, n):
    for i in range(1, n + 1):
        await asyncio.sleep(every)
        yield f"{label}{i}"


async def merge(*streams):
    pending = {}
    for s in streams:
        it = aiter(s)
        pending[asyncio.ensure_future(anext(it))] = it
    while pending:
        done, _ = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for fut in [f for f in pending if f in done]:
            it = pending.pop(fut)
            try:
                yield fut.result()
            except StopAsyncIteration:
                continue
            pending[asyncio.ensure_future(anext(it))] = it


async def main():
    loop = asyncio.get_running_loop()
    async for item in merge(ticks("a", 1.0, 3), ticks("b", 0.7, 3), ticks("c", 2.5, 1)):
        print(f"{loop.time():.1f} {item}")


asyncio.run(main())
