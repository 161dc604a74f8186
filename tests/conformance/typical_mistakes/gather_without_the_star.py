# gather takes arguments, not a list; and its result has to be awaited.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    coroutines = [job(n) for n in (2, 1)]
    try:
        await asyncio.gather(coroutines)
    except TypeError as error:
        print("TypeError:", error)
    print(await asyncio.gather(*coroutines))
    future = asyncio.gather(job(1), job(3))
    try:
        print(future[0])
    except TypeError as error:
        print("TypeError:", error)
    await asyncio.sleep(2)
    print("not awaited, not finished:", future.done())
    print(await future)


asyncio.run(main())
