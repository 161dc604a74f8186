"""100,000 tasks made and gathered, 1,000 at a time."""

import asyncio


async def answer(number):
    return number


async def main():
    total = 0
    for batch in range(100):
        first = batch * 1_000
        total += sum(await asyncio.gather(*[asyncio.create_task(answer(first + i)) for i in range(1_000)]))
    print(total)


asyncio.run(main())
