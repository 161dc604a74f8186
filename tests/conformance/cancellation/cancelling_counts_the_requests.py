# cancelling() counts cancel() calls; uncancel() takes one back but undoes nothing.
import asyncio


async def worker():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("requests:", task.cancelling())
        while task.cancelling():
            print("uncancel ->", task.uncancel())
    print("uncancel at zero ->", task.uncancel())
    await asyncio.sleep(1)
    return f"ended with {task.cancelling()} requests"


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    print([task.cancel() for _ in range(3)], task.cancelling())
    print(await task)
    print("after the end:", task.cancel(), task.cancelling(), task.uncancel())


asyncio.run(main())
