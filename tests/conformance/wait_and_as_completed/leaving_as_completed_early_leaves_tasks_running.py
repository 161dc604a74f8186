# `break` after the first answer does not stop the others: they still print.
import asyncio


async def answer(name, delay):
    await asyncio.sleep(delay)
    print(f"   {name} answers at {asyncio.get_running_loop().time()}")
    return name


async def main():
    tasks = [asyncio.create_task(answer(n, d)) for n, d in [("a", 3), ("b", 1), ("c", 2)]]
    for first in asyncio.as_completed(tasks):
        print("winner:", await first)
        break
    print("main goes on at", asyncio.get_running_loop().time())
    await asyncio.sleep(1.5)
    print([t.done() for t in tasks])
    first = await next(asyncio.as_completed([answer("x", 0.5), answer("y", 0.4)]))
    print("next():", first)


asyncio.run(main())
