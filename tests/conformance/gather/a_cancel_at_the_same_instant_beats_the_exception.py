# Child and cancel have the same deadline: whichever timer is older, the cancel wins.
import asyncio


async def fail_at(delay):
    await asyncio.sleep(delay)
    raise LookupError(delay)


async def parent():
    try:
        await asyncio.gather(fail_at(1), asyncio.sleep(3))
    except LookupError as error:
        print("parent saw", repr(error), "cancelling", asyncio.current_task().cancelling())
        return "handled"
    except asyncio.CancelledError:
        print("parent saw CancelledError, cancelling", asyncio.current_task().cancelling())
        raise


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0.9, 1.0, 1.1):
        task = loop.create_task(parent())
        loop.call_later(delay, task.cancel)
        print(await asyncio.gather(task, return_exceptions=True), "cancel at", delay)
    # The other order of the timers at the same instant.
    task = loop.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_later(1.0, task.cancel)
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
