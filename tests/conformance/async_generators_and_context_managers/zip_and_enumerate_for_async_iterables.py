# Async versions of enumerate, zip, map and take, built from aiter and anext.
import asyncio


async def aenumerate(aiterable, start=0):
    n = start
    async for item in aiterable:
        yield n, item
        n += 1


async def azip(*aiterables):
    iterators = [aiter(a) for a in aiterables]
    while True:
        try:
            row = await asyncio.gather(*(anext(i) for i in iterators))
        except StopAsyncIteration:
            return
        yield tuple(row)


async def amap(func, aiterable):
    async for item in aiterable:
        result = func(item)
        yield await result if asyncio.iscoroutine(result) else result


async def take(n, aiterable):
    if n <= 0:
        return
    async for item in aiterable:
        yield item
        n -= 1
        if not n:
            break


async def letters():
    for c in "abcdef":
        await asyncio.sleep(0.1)
        yield c


async def naturals():
    n = 0
    while True:
        await asyncio.sleep(0.3)
        yield n
        n += 1


async def shout(c):
    await asyncio.sleep(0.01)
    return c.upper()


async def main():
    print([pair async for pair in aenumerate(take(2, letters()), 1)])
    print([row async for row in take(3, azip(letters(), naturals()))])
    print([c async for c in amap(shout, letters())], [c async for c in amap(ord, take(2, letters()))])
    print([x async for x in take(0, naturals())])


asyncio.run(main())
