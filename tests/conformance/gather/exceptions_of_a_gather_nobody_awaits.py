# A gather that is not awaited reports its failure when it dies, like any future.
import asyncio


async def fails(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    asyncio.gather(fails(1), fails(2))
    kept = asyncio.gather(fails(1), asyncio.sleep(3, "fine"))
    await asyncio.sleep(4)
    print("main looks at the second:", repr(kept.exception()))
    third = asyncio.gather(fails(1), return_exceptions=True)
    await asyncio.sleep(2)
    print("the third has results only:", third.result())
    fourth = asyncio.gather(fails(1))
    await asyncio.sleep(2)
    print("main ends, the fourth failed:", fourth.done())


asyncio.run(main())
print("run is over")
