# An async generator gives items over time; two consumers interleave.
import asyncio
from collections.abc import AsyncIterator


async def countdown(name: str, n: int, delay: float) -> AsyncIterator[int]:
    print(f"{name}: begin")
    while n > 0:
        await asyncio.sleep(delay)
        yield n
        n -= 1
    print(f"{name}: end")


async def consume(name: str, n: int, delay: float) -> int:
    total = 0
    async for value in countdown(name, n, delay):
        print(f"{asyncio.get_running_loop().time():.1f} {name} {value}")
        total += value
    else:
        print(f"{name}: not broken")
    return total


async def main():
    print(await asyncio.gather(consume("fast", 4, 0.2), consume("slow", 2, 0.5)))


asyncio.run(main())
