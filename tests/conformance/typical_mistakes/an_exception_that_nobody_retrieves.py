# A task fails unseen; asyncio reports it when the task object dies, not when it fails.
import asyncio


async def fails(name):
    await asyncio.sleep(1)
    print(f"{name} fails at {asyncio.get_running_loop().time()}")
    raise ValueError(f"nobody looks at {name}")


async def main():
    asyncio.create_task(fails("unnamed task"))
    kept = asyncio.create_task(fails("kept task"))
    looked_at = asyncio.create_task(fails("seen task"))
    await asyncio.sleep(3)
    print("main is still happy; the kept task:", kept.done())
    print("looked at:", repr(looked_at.exception()))
    del looked_at
    print("dropping the kept task")
    del kept
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
