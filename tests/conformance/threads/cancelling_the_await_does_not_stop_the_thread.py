# The waiting ends, the function in the thread goes on to its end.
import asyncio
import time


def work(name, steps):
    for step in range(steps):
        time.sleep(0.5)
        print(f"{time.monotonic():.1f} {name} step {step}")
    return name


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.to_thread(work, "cancelled work", 4))
    await asyncio.sleep(0.75)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f"{loop.time():.2f} main: the await is cancelled")
    try:
        await asyncio.wait_for(asyncio.to_thread(work, "late work", 3), timeout=1.25)
    except TimeoutError:
        print(f"{loop.time():.2f} main: timeout")
    print(f"{loop.time():.2f} main returns")


asyncio.run(main())
print(f"run waited for the thread until {time.monotonic():.2f}")
