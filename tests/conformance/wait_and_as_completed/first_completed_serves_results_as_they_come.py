# The loop `while pending: done, pending = await wait(pending, FIRST_COMPLETED)`.
import asyncio
import random


async def fetch(url):
    delay = random.uniform(0.5, 2)
    await asyncio.sleep(delay)
    return f"{url} in {delay:.2f}s"


async def main():
    random.seed(7)
    pending = {asyncio.create_task(fetch(f"page{i}")) for i in range(5)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            print(f"{asyncio.get_running_loop().time():.2f} {task.result()}, left: {len(pending)}")


asyncio.run(main())
