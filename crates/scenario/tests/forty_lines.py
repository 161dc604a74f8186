import asyncio
import random
import time

URLS = [f"https://example.org/page/{n}" for n in range(8)]


async def fetch(url, limit):
    async with limit:
        print(f"{clock():5.2f} fetching {url}")
        await asyncio.sleep(random.uniform(0.2, 1.0))
        if random.random() < 0.2:
            raise ConnectionError(url)
        return len(url) * 100


async def retry(url, limit, attempts=3):
    for attempt in range(attempts):
        try:
            return await fetch(url, limit)
        except ConnectionError as error:
            print(f"{clock():5.2f} attempt {attempt + 1} failed: {error}")
            await asyncio.sleep(0.1 * 2**attempt)
    return 0


def clock():
    return time.perf_counter() - started


async def main():
    limit = asyncio.Semaphore(3)
    sizes = await asyncio.gather(*(retry(url, limit) for url in URLS))
    for url, size in zip(URLS, sizes):
        print(url, size)
    print("total", sum(sizes))


started = time.perf_counter()
asyncio.run(main())
