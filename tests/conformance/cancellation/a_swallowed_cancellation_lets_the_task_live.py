# A task may ignore cancel(): it goes on and ends normally, although cancel() said True.
import asyncio


async def stubborn():
    lives = 3
    while True:
        try:
            await asyncio.sleep(1)
            return f"slept at last, lives left: {lives}"
        except asyncio.CancelledError:
            lives -= 1
            print(f"{asyncio.get_running_loop().time():.1f} ignored,",
                  "cancelling:", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0.4)
        print("cancel:", task.cancel())
    print("result:", await task)
    print(task.cancelled(), task.done(), task.cancelling(), asyncio.get_running_loop().time())


asyncio.run(main())
