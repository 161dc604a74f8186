# When exactly a cancel still finds its victim waiting: pass by pass behind a future's end.
import asyncio


async def victim(future):
    try:
        await future
        print("   victim has the result")
        await asyncio.sleep(0)
        print("   victim passed its next wait")
        return "whole"
    except asyncio.CancelledError:
        print("   victim is cancelled")
        raise


async def through(kind, future):
    if kind == "task":
        return await victim(future)
    if kind == "gather":
        return await asyncio.gather(victim(future))
    if kind == "shield":
        return await asyncio.shield(victim(future))
    return await asyncio.wait_for(victim(future), 5)


async def main():
    for kind in ("task", "gather", "wait_for", "shield"):
        for passes in range(5):
            future = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(through(kind, future))
            await asyncio.sleep(0.1)
            future.set_result(None)
            for _ in range(passes):
                await asyncio.sleep(0)
            print(f"{kind}, {passes} passes: cancel {task.cancel()}")
            await asyncio.wait([task])
            await asyncio.sleep(0.1)
            print("  ", "cancelled" if task.cancelled() else task.result())


asyncio.run(main())
