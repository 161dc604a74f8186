# cancel() only asks: the task hears of it when it runs the next time.
import asyncio


async def worker():
    try:
        for i in range(5):
            print("worker", i)
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("worker hears of it")
        raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(print, "callback set before the cancel")
    task.cancel()
    asyncio.get_running_loop().call_soon(print, "callback set behind the cancel")
    print("main goes on:", task.done(), task.cancelled(), task.cancelling())
    await asyncio.sleep(0)
    print("one pass later:", task.done(), task.cancelled())
    await asyncio.sleep(0)
    print("two passes later:", task.done(), task.cancelled())


asyncio.run(main())
