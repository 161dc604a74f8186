# asyncio.run returns only when the threads of the default executor are done.
import asyncio
import time


def slow(name, seconds):
    time.sleep(seconds)
    print(f"{time.monotonic():.1f} {name} is done")
    return name


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, slow, "slow one", 3)
    future.add_done_callback(lambda f: print("done callback", f.cancelled()))
    loop.run_in_executor(None, slow, "quick one", 0.5)
    background = asyncio.create_task(asyncio.sleep(10))
    background.add_done_callback(lambda t: print(f"{time.monotonic():.1f} background", t.cancelled()))
    await asyncio.sleep(1)
    print(f"{time.monotonic():.1f} main returns")


asyncio.run(main())
print(f"{time.monotonic():.1f} run returns")
