# run() fails and so does the cleanup of a task that is left: contexts tell the whole story.
import asyncio


async def main():
    raise ValueError("from main")


async def leftover():
    try:
        await asyncio.sleep(10)
    finally:
        print("leftover cleaned")
        raise KeyError("in cleanup")


async def start():
    asyncio.create_task(leftover())
    await asyncio.sleep(0)
    raise RuntimeError("main failed")


try:
    asyncio.run(main())
except ValueError as e:
    print("caught", e)
try:
    asyncio.run(main)
except ValueError as e:
    print(str(e).split("<")[0])
asyncio.run(start())
