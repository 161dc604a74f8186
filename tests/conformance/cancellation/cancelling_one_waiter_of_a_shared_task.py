# Two tasks await a third: cancelling one waiter cancels the shared task for both.
import asyncio


async def shared():
    try:
        await asyncio.sleep(3)
        return "shared result"
    except asyncio.CancelledError:
        print("shared task is cancelled")
        raise


async def waiter(name, awaitable):
    try:
        print(name, "got", await awaitable)
    except asyncio.CancelledError:
        print(name, "was cancelled, own requests:", asyncio.current_task().cancelling())
        raise


async def run(protect):
    task = asyncio.create_task(shared())
    first = asyncio.create_task(waiter("first", protect(task)))
    second = asyncio.create_task(waiter("second", protect(task)))
    await asyncio.sleep(1)
    first.cancel()
    await asyncio.wait([first, second, task])
    print("cancelled:", first.cancelled(), second.cancelled(), task.cancelled())


async def main():
    print("without shield")
    await run(lambda task: task)
    print("with shield")
    await run(asyncio.shield)


asyncio.run(main())
