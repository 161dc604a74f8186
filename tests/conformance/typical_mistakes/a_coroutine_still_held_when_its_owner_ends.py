# Coroutines kept in a list and never awaited are reported when the list dies.
import asyncio


async def task(name):
    print("running", name)


async def collect():
    todo = [task(n) for n in ("a", "b")]
    print("collected", len(todo))


async def main():
    await collect()
    print("back in main")
    forgotten = task("c")
    await asyncio.sleep(1)
    forgotten = None
    print("end of main")


asyncio.run(main())
