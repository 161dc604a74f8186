# The timeout is over only when the cancelled task has finished its cleanup.
import asyncio


async def slow_cleanup(seconds):
    try:
        await asyncio.sleep(100)
    finally:
        print(f"{asyncio.get_running_loop().time()} cleaning")
        await asyncio.sleep(seconds)
        print(f"{asyncio.get_running_loop().time()} clean")


async def main():
    loop = asyncio.get_running_loop()
    for what in (slow_cleanup(2), asyncio.create_task(slow_cleanup(3))):
        start = loop.time()
        try:
            await asyncio.wait_for(what, 1)
        except TimeoutError:
            print(f"TimeoutError after {loop.time() - start}")


asyncio.run(main())
