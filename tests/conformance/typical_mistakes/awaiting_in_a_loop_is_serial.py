# Three ways to write the same loop: serial, concurrent, and serial in disguise.
import asyncio


async def fetch(n):
    await asyncio.sleep(1)
    return n * n


async def serial():
    results = []
    for n in range(4):
        results.append(await fetch(n))
    return results


async def disguised():
    results = []
    for n in range(4):
        task = asyncio.create_task(fetch(n))
        results.append(await task)
    return results


async def still_serial():
    return [await c for c in [fetch(n) for n in range(4)]]


async def concurrent():
    tasks = [asyncio.create_task(fetch(n)) for n in range(4)]
    return [await task for task in tasks]


async def main():
    loop = asyncio.get_running_loop()
    for way in (serial, disguised, still_serial, concurrent):
        start = loop.time()
        print(f"{way.__name__:>12}: {await way()} in {loop.time() - start:.0f} s")


asyncio.run(main())
