# What gather returns: done, result, exception, callbacks, representation.
import asyncio


async def work(x):
    await asyncio.sleep(x)
    if x == 2:
        raise OSError(x)
    return x


async def main():
    g = asyncio.gather(work(0.5), work(1))
    print(g, isinstance(g, asyncio.Future), isinstance(g, asyncio.Task))
    g.add_done_callback(lambda f: print("callback:", f.result()))
    try:
        g.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", error)
    await asyncio.sleep(2)
    print(g, g.result(), g.exception())
    g = asyncio.gather(work(1), work(2))
    g.add_done_callback(lambda f: print("callback:", repr(f.exception())))
    await asyncio.wait([g])
    print(g)
    try:
        g.result()
    except OSError as error:
        print(repr(error))
    print(asyncio.isfuture(g), asyncio.iscoroutine(g))


asyncio.run(main())
