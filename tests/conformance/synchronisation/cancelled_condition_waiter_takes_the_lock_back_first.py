# A task cancelled in Condition.wait() holds the lock again when CancelledError reaches it.
import asyncio


async def waiter(cond):
    async with cond:
        try:
            print("waiting")
            await cond.wait()
        except asyncio.CancelledError:
            print("cancelled; I hold the lock:", cond.locked())
            raise
        finally:
            print("cleaning up at", asyncio.get_running_loop().time())


async def main():
    cond = asyncio.Condition()
    task = asyncio.create_task(waiter(cond))
    await asyncio.sleep(0)
    async with cond:
        task.cancel()
        print("asked to cancel; I keep the lock for 2 s")
        await asyncio.sleep(2)
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled, lock free:", not cond.locked())


asyncio.run(main())
