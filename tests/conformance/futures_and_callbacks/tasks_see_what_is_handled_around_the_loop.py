# sys.exception() and __context__ in a task: what is handled where the loop was called.
import asyncio, sys


async def worker():
    print("in task:", repr(sys.exception()))
    try:
        raise KeyError("k")
    except KeyError as e:
        print(repr(e.__context__))


async def main():
    await asyncio.create_task(worker())
    try:
        raise ValueError("v")
    except ValueError:
        t = asyncio.create_task(worker())
        await t
        print("main handles", repr(sys.exception()))
    print(repr(sys.exception()))


try:
    raise RuntimeError("outer")
except RuntimeError:
    asyncio.run(main())
