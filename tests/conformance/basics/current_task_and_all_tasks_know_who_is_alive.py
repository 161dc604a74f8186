# current_task() inside coroutines, tasks and callbacks; all_tasks() leaves out what is done.
import asyncio


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def helper():
    return asyncio.current_task().get_name()


async def worker(delay):
    print("in worker:", asyncio.current_task().get_name(), await helper())
    await asyncio.sleep(delay)


async def main():
    asyncio.current_task().set_name("main")
    print(await helper(), names())
    for delay in (1, 2, 3):
        asyncio.create_task(worker(delay), name=f"worker-{delay}")
    print("made:", names())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in a callback:", asyncio.current_task()))
    for _ in range(3):
        await asyncio.sleep(1.1)
        print(f"{loop.time():.1f}", names())
    print(await asyncio.create_task(helper(), name="own task"))


asyncio.run(main())
