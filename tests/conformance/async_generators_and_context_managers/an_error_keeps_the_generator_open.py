# A generator that a failing loop leaves is finalized when the error goes.
import asyncio


async def g():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


async def f():
    async for x in g():
        raise ValueError(x)


async def main():
    try:
        await f()
    except ValueError as e:
        print("caught")
        await asyncio.sleep(0)
        print("in handler")
    print("left handler")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("turned")
    async def h():
        async for x in g():
            return x
    print(await h())
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
