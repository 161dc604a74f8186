# An error rises through five awaits and a context manager to the top; other tasks are cancelled on the way out.
import asyncio
from contextlib import asynccontextmanager

DATA = {"north": [3, 4, 5], "south": [], "west": [1, None]}


@asynccontextmanager
async def connection(name):
    print("open", name)
    try:
        yield DATA
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


async def read(region):
    async with connection(region) as data:
        await asyncio.sleep(0.2)
        return data[region]


def mean(values):
    return sum(values) / len(values)


async def summarise(region):
    values = await read(region)
    return f"{region}: {mean(values):.1f}"


async def heartbeat():
    try:
        while True:
            await asyncio.sleep(0.25)
            print("tick")
    finally:
        print("heartbeat stopped")


async def report(regions):
    lines = []
    for region in regions:
        lines.append(await summarise(region))
        print(lines[-1])
    return lines


async def main():
    asyncio.create_task(heartbeat())
    try:
        await report(["north", "west"])
    except TypeError as e:
        print("skipped:", e)
    await report(["south", "north"])


asyncio.run(main())
