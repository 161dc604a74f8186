# wait_for around acquire() stops waiting, and the lock goes on to serve others.
import asyncio
import time


async def patient(lock, limit):
    start = time.perf_counter()
    try:
        await asyncio.wait_for(lock.acquire(), timeout=limit)
    except TimeoutError:
        return f"limit {limit}: gave up after {time.perf_counter() - start:.2f}s"
    try:
        await asyncio.sleep(0.2)
        return f"limit {limit}: got it, done after {time.perf_counter() - start:.2f}s"
    finally:
        lock.release()


async def main():
    lock = asyncio.Lock()
    async with lock:
        tasks = [asyncio.create_task(patient(lock, s)) for s in (0.5, 1.5, 0.9, 1.05, None)]
        await asyncio.sleep(1)
    for t in tasks:
        print(await t)


if __name__ == "__main__":
    asyncio.run(main())
