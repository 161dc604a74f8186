# wait_for(shield(task)): the waiting ends, the task goes on and can be awaited again.
import asyncio


async def compute():
    print("compute starts")
    await asyncio.sleep(3)
    print("compute ends at", asyncio.get_running_loop().time())
    return 42


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(compute())
    for attempt in range(1, 5):
        try:
            result = await asyncio.wait_for(asyncio.shield(task), timeout=0.8)
            print("attempt", attempt, "got", result, f"at {loop.time():.1f}")
            break
        except TimeoutError:
            print("attempt", attempt, "timed out", f"at {loop.time():.1f},", task.done())


asyncio.run(main())
