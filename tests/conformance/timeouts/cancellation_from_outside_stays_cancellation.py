# The task is cancelled by somebody else inside a timeout: CancelledError goes on.
import asyncio


async def limited(seconds, sleep):
    try:
        async with asyncio.timeout(seconds):
            await asyncio.sleep(sleep)
    except TimeoutError:
        print("TimeoutError, cancelling =", asyncio.current_task().cancelling())
        return "timeout"
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, "cancelling =", asyncio.current_task().cancelling())
        raise
    return "in time"


async def main():
    loop = asyncio.get_running_loop()
    for cancel_at, label in [(0.5, "before"), (1.0, "with"), (1.5, "after")]:
        task = asyncio.create_task(limited(1, 3))
        await asyncio.sleep(0)
        loop.call_later(cancel_at, task.cancel, label)
        print(label, await asyncio.gather(task, return_exceptions=True), loop.time())
    # The cancel comes first at the same instant.
    loop.call_later(1, lambda: task.cancel("same instant"))
    task = asyncio.create_task(limited(1, 3))
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
