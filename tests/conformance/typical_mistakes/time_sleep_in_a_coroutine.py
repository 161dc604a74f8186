# time.sleep stops everybody: three "concurrent" sleeps take the sum of their times.
import asyncio
import time


async def wrong(name):
    print(f"{time.perf_counter():.1f} {name} starts")
    time.sleep(1)
    print(f"{time.perf_counter():.1f} {name} ends")


async def right(name):
    print(f"{time.perf_counter():.1f} {name} starts")
    await asyncio.sleep(1)
    print(f"{time.perf_counter():.1f} {name} ends")


async def main():
    for function in (wrong, right):
        start = time.perf_counter()
        await asyncio.gather(*(function(f"{function.__name__} {i}") for i in range(3)))
        print(f"--- {time.perf_counter() - start:.1f} s")


asyncio.run(main())
