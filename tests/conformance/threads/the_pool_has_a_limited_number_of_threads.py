# Ten blocking jobs, eight threads (four cores plus four): the last two wait for a free one.
import asyncio
import os
import time


def job(n):
    time.sleep(1 + n / 10)
    return n


async def run(n):
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(job, n)
    print(f"{loop.time():.1f} job {n} done")
    return n


async def main():
    print("cores:", os.cpu_count(), "threads:", min(32, os.cpu_count() + 4))
    print(await asyncio.gather(*(run(n) for n in range(10))))
    print("all at", asyncio.get_running_loop().time())


asyncio.run(main())
