# await in comprehensions, f-strings, conditions, calls and operators: always left to right.
import asyncio


async def get(x, delay=0.1):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.1f} get {x}")
    return x


async def count(n):
    for i in range(n):
        yield await get(i)


async def main():
    print([await get(x) for x in "ab"])
    print({await get(x): x for x in (1, 2) if await get(x) > 1})
    print([x * x async for x in count(3) if x != 1])
    print(f"{await get('in f-string')!r:>15}")
    print(await get(2) + await get(3) * await get(4))
    print(max(await get(5), await get(6)), (await get([7, 8]))[1])
    print("yes" if await get(0) else "no", await get(0) or await get(9), await get(0) and await get(1))
    if (value := await get(10)) > await get(5):
        print("walrus", value)
    print(sum([x async for x in count(2)]), [*(await get("xy"))])


asyncio.run(main())
