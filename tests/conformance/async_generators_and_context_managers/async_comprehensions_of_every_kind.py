# Async list, set, dict and generator comprehensions, with conditions and inner loops.
import asyncio


async def arange(n, delay=0.0):
    for i in range(n):
        await asyncio.sleep(delay)
        yield i


async def double(x):
    await asyncio.sleep(0.1)
    return 2 * x


async def is_even(x):
    return x % 2 == 0


async def main():
    loop = asyncio.get_running_loop()
    print([x async for x in arange(4)])
    print(sorted({x // 2 async for x in arange(6)}))
    print({x: x * x async for x in arange(3, 0.1)}, f"{loop.time():.1f}")
    print([await double(x) for x in range(4)], f"{loop.time():.1f}")
    print([x async for x in arange(7) if await is_even(x)])
    print([(x, y) async for x in arange(2) for y in "ab"])
    print([(x, y) for x in "ab" async for y in arange(2) if (x, y) != ("a", 0)])
    lazy = (x + 1 async for x in arange(3, 1))
    print(type(lazy).__name__, f"{loop.time():.1f}")
    print([x async for x in lazy], f"{loop.time():.1f}")
    print(sum([x async for x in arange(101)]))
    try:
        list(x async for x in arange(3))
    except TypeError as e:
        print(e)


asyncio.run(main())
