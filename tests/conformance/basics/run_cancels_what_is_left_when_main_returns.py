# When main ends, asyncio.run cancels the other tasks and waits for their cleanup.
import asyncio


async def background(name, cleanup):
    try:
        while True:
            print(f"{name} works")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(f"{name} is cancelled")
        await asyncio.sleep(cleanup)
        print(f"{name} has cleaned up")
        raise
    finally:
        print(f"{name} leaves")


async def failing():
    try:
        await asyncio.sleep(60)
    finally:
        raise ValueError("cleanup failed")


async def main():
    tasks = [asyncio.create_task(background(n, c)) for n, c in [("A", 0.2), ("B", 0.1)]]
    tasks.append(asyncio.create_task(failing(), name="bad"))
    late = asyncio.create_task(background("C", 0))
    await asyncio.sleep(1.5)
    print("main returns", len(tasks))
    asyncio.create_task(background("never started", 0))
    return late


task = asyncio.run(main())
print(task.cancelled(), task)
