# One task fails: the others are cancelled and awaited, then the group raises.
import asyncio


async def ok(name, delay):
    try:
        await asyncio.sleep(delay)
        print(f"{name} completes")
        return name
    except asyncio.CancelledError:
        print(f"{name} is cancelled at {asyncio.get_running_loop().time()}")
        await asyncio.sleep(0.5)
        print(f"{name} has cleaned up at {asyncio.get_running_loop().time()}")
        raise


async def bad(delay):
    await asyncio.sleep(delay)
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            quick = group.create_task(ok("quick", 0.5))
            group.create_task(bad(1))
            slow = group.create_task(ok("slow", 3))
            slower = group.create_task(ok("slower", 4))
    except ExceptionGroup as error:
        print(f"{asyncio.get_running_loop().time()} {error!r}")
        print(error.message, error.exceptions)
    print(quick.result(), slow.cancelled(), slower.cancelled())
    print("main is not cancelled:", asyncio.current_task().cancelling())


asyncio.run(main())
