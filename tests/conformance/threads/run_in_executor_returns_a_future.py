# run_in_executor starts the work at once and gives a future; keywords need partial.
import asyncio
import functools
import time


def power(base, exponent, *, modulus=None, delay=0.5):
    time.sleep(delay)
    return pow(base, exponent, modulus)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, power, 2, 10)
    print(asyncio.isfuture(future), asyncio.iscoroutine(future), future.done())
    print(await future, loop.time())
    work = functools.partial(power, 3, 20, modulus=1000, delay=1)
    print(await loop.run_in_executor(None, work), loop.time())
    futures = [loop.run_in_executor(None, power, 2, n) for n in range(4)]
    await asyncio.sleep(0.75)
    print([f.done() for f in futures], loop.time())
    print(await asyncio.gather(*futures), loop.time())
    try:
        await loop.run_in_executor(None, power)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
