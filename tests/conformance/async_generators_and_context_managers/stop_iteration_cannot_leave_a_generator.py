# StopIteration raised in a coroutine or an async generator becomes a RuntimeError.
import asyncio


async def coroutine():
    raise StopIteration("from coroutine")


async def agen():
    yield 1
    raise StopIteration


async def agen_async():
    yield 1
    raise StopAsyncIteration("mine")


def gen():
    yield 1
    next(iter([]))


async def main():
    try:
        await coroutine()
    except RuntimeError as e:
        print(e, "| cause:", repr(e.__cause__))
    for g in (agen, agen_async):
        try:
            async for x in g():
                print(x)
        except RuntimeError as e:
            print(e, "| cause:", repr(e.__cause__))
    try:
        print(*gen())
    except RuntimeError as e:
        print(e, "| cause:", repr(e.__cause__))


asyncio.run(main())
