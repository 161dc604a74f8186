# A call of an async def only makes a coroutine object; await runs it.
import asyncio
import inspect


async def compute(x, y):
    print(f"compute {x} + {y}")
    await asyncio.sleep(1)
    return x + y


async def main():
    coroutine = compute(1, 2)
    print("made a", type(coroutine).__name__, coroutine.__name__, coroutine.__qualname__)
    print("iscoroutine:", asyncio.iscoroutine(coroutine), inspect.iscoroutine(coroutine))
    print("iscoroutinefunction:", asyncio.iscoroutinefunction(compute))
    print("state:", inspect.getcoroutinestate(coroutine))
    result = await coroutine
    print("result:", result, "state:", inspect.getcoroutinestate(coroutine))

    unused = compute(3, 4)
    unused.close()
    print("closed before its start:", inspect.getcoroutinestate(unused))


asyncio.run(main())
