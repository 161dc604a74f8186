# A batch at a time: gather over slices, against all at once.
import asyncio
import time
from itertools import batched


async def download(page):
    await asyncio.sleep(0.1 + (page % 3) / 10)
    return page, page * page


async def main():
    pages = range(1, 11)
    start = time.perf_counter()
    results = {}
    for batch in batched(pages, 4):
        results.update(await asyncio.gather(*(download(p) for p in batch)))
        print(f"{time.perf_counter() - start:.1f}s", batch, len(results))
    print(results)
    start = time.perf_counter()
    assert results == dict(await asyncio.gather(*(download(p) for p in pages)))
    print(f"at once: {time.perf_counter() - start:.1f}s")
    total, *rest = [sum(x) for x in zip(*results.items())]
    print(total, rest)


asyncio.run(main())
