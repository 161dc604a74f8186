# `total += await f()` reads total before it waits, so updates made meanwhile are lost.
import asyncio

total = 0


async def fetch(n):
    await asyncio.sleep(n / 10)
    return n


async def add_wrong(n):
    global total
    total += await fetch(n)


async def add_right(n):
    global total
    value = await fetch(n)
    total += value


async def main():
    global total
    for add in (add_wrong, add_right):
        total = 0
        await asyncio.gather(*map(add, range(1, 6)))
        print(add.__name__, total)

    values = [0]
    async def slot(n):
        values[0] += await fetch(n)
    await asyncio.gather(slot(3), slot(1))
    print(values)


asyncio.run(main())
