# `async for` over as_completed (3.13) yields the very tasks that were given.
import asyncio


async def fetch(city, delay):
    await asyncio.sleep(delay)
    if city == "Atlantis":
        raise LookupError("sunk")
    return f"{city}: {delay * 10:.0f} degrees"


async def main():
    cities = {}
    for city, delay in [("Oslo", 0.4), ("Rome", 2.1), ("Atlantis", 0.7), ("Bern", 1.2)]:
        cities[asyncio.create_task(fetch(city, delay), name=city)] = city
    async for task in asyncio.as_completed(cities):
        print(f"{asyncio.get_running_loop().time():.1f} {cities[task]:>8}", end=" -> ")
        try:
            print(await task)
        except LookupError as error:
            print("failed:", error)
    # A coroutine is wrapped into a task of its own.
    async for task in asyncio.as_completed([fetch("Nice", 0.2)]):
        print(type(task).__name__, task.done(), task.result())


asyncio.run(main())
