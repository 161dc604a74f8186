# A done task or future answers at once: the callback waits until something really waits.
import asyncio


async def quick():
    return "quick"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    future = loop.create_future()
    future.set_result("future")

    loop.call_soon(print, "callback")
    print("task:", await task, await task)
    print("future:", await future)
    print("empty gather:", await asyncio.gather())
    async with asyncio.TaskGroup():
        print("empty group")
    async with asyncio.timeout(5):
        print("timeout without waiting")
    print("main gives way")
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
