# Callbacks run in the order of call_soon, those that callbacks add one pass later.
import asyncio
import functools


def callback(name, depth=0):
    print("  " * depth + name)
    if depth < 2:
        loop = asyncio.get_running_loop()
        loop.call_soon(callback, name + ".1", depth + 1)
        loop.call_soon(callback, name + ".2", depth + 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, "a")
    loop.call_soon(callback, "b", 1)
    loop.call_soon(functools.partial(print, "partial", sep="-", end="!\n"), "with", "arguments")
    loop.call_soon(lambda: print("lambda"))
    for i in range(4):
        print("-- pass", i)
        await asyncio.sleep(0)


asyncio.run(main())
