# The first program of every asyncio tutorial: two prints and a sleep between them.
import asyncio
import time


async def main():
    print(f"{time.strftime('%X')} hello")
    await asyncio.sleep(1)
    print(f"{time.strftime('%X')} world")


asyncio.run(main())
print(f"finished after {time.perf_counter():.2f} s")
