# current_task().cancel() takes effect at the next wait, or at the end.
import asyncio


async def then_waits():
    asyncio.current_task().cancel("me")
    print("   still running")
    await asyncio.sleep(0)
    print("   not reached")


async def then_returns():
    asyncio.current_task().cancel("me")
    return "a result that is lost"


async def then_raises():
    asyncio.current_task().cancel("me")
    raise ValueError("kept")


async def then_awaits_something_done():
    asyncio.current_task().cancel("me")
    future = asyncio.get_running_loop().create_future()
    future.set_result("done already")
    print("  ", await future)
    return "lost, too"


async def then_changes_its_mind():
    task = asyncio.current_task()
    task.cancel("me")
    print("   uncancel:", task.uncancel())
    await asyncio.sleep(0)
    return "uncancelled"


async def main():
    for f in (then_waits, then_returns, then_raises, then_awaits_something_done, then_changes_its_mind):
        print(f.__name__)
        task = asyncio.create_task(f())
        await asyncio.wait([task])
        if task.cancelled():
            print("   cancelled")
        else:
            print("  ", repr(task.exception() or task.result()))


asyncio.run(main())
