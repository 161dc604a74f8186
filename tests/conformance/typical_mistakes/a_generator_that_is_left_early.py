# `break` in async for leaves the generator open: its finally runs later, not at the break.
import asyncio


async def rows(name, n):
    print(name, "opens")
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    finally:
        print(f"{name} closes at {asyncio.get_running_loop().time():.1f}",
              asyncio.current_task().get_name() == "Task-1")


async def first(name):
    async for row in rows(name, 5):
        if row == 1:
            print(name, "found it")
            break
    print(name, "is behind the loop")
    return row


async def main():
    print(await first("careless"))
    print("main goes on")
    await asyncio.sleep(0)
    print("one pass later")
    await asyncio.sleep(1)
    generator = rows("careful", 5)
    try:
        async for row in generator:
            break
    finally:
        await generator.aclose()
    print("main ends")


asyncio.run(main())
