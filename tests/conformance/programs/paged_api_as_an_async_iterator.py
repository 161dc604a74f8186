# A client pages through an API with an async generator, prefetching the next page meanwhile.
import asyncio
from dataclasses import dataclass
from typing import AsyncIterator, Optional


@dataclass(frozen=True)
class Page:
    items: list[int]
    next_cursor: Optional[str]


class Api:
    def __init__(self, total: int, size: int) -> None:
        self.total, self.size, self.calls = total, size, []

    async def get(self, cursor: Optional[str] = None) -> Page:
        self.calls.append(cursor)
        start = int(cursor or 0)
        await asyncio.sleep(0.5)
        end = min(start + self.size, self.total)
        return Page(list(range(start, end)), str(end) if end < self.total else None)


async def records(api: Api) -> AsyncIterator[int]:
    page = await api.get()
    while True:
        for item in page.items:
            yield item
        if page.next_cursor is None:
            return
        page = await api.get(page.next_cursor)


async def prefetched(api: Api) -> AsyncIterator[int]:
    upcoming = asyncio.create_task(api.get())
    try:
        while upcoming is not None:
            page = await upcoming
            upcoming = asyncio.create_task(api.get(page.next_cursor)) if page.next_cursor else None
            for item in page.items:
                yield item
    finally:
        if upcoming is not None:
            upcoming.cancel()


async def main() -> None:
    loop = asyncio.get_running_loop()
    for reader in (records, prefetched):
        api, start, total = Api(total=7, size=3), loop.time(), 0
        async for item in reader(api):
            await asyncio.sleep(0.2)
            total += item
        print(f"{reader.__name__:<10} sum {total} in {loop.time() - start:.1f}s with calls {api.calls}")
    api = Api(100, 10)
    found = None
    async for item in prefetched(api):
        if item == 12:
            found = item
            break
    print("found", found, "after", len(api.calls), "calls")


asyncio.run(main())
