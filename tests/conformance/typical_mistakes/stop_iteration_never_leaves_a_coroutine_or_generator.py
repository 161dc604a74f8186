# RuntimeError in its place, with a traceback that begins where it shows; futures of other loops.
import asyncio


async def f():
    await asyncio.sleep(1)
    return 1


async def main():
    lst = [f() for _ in range(2)]
    results = [await c for c in lst]
    print(results)
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    fut = other.create_future()
    try:
        await fut
    except RuntimeError as e:
        print(str(e).split("Future")[0][:10])
    other.close()
    try:
        asyncio.get_event_loop().run_until_complete(fut)
    except RuntimeError as e:
        print(e)
    async def raises_stop():
        raise StopIteration("x")
    try:
        await raises_stop()
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    def g():
        raise StopIteration
        yield
    try:
        list(g())
    except RuntimeError as e:
        print(e)


asyncio.run(main())


async def unraised():
    def g():
        raise StopIteration
        yield
    next(g())


asyncio.run(unraised())
