# What ends while the consumer is busy waits in line, in the order of its end.
import asyncio


async def produce(n, delay):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.1f} produced {n}")
    return n


async def main():
    delays = {1: 0.5, 2: 0.2, 3: 0.4, 4: 2.0, 5: 0.3}
    for coroutine in asyncio.as_completed([produce(n, d) for n, d in delays.items()]):
        n = await coroutine
        print(f"{asyncio.get_running_loop().time():.1f} consuming {n}")
        await asyncio.sleep(0.4)
    print(f"{asyncio.get_running_loop().time():.1f} all consumed")
    print(list(asyncio.as_completed([])))


asyncio.run(main())
