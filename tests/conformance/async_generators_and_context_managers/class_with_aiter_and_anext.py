# A class becomes an async iterator through __aiter__ and __anext__.
import asyncio


class Pages:
    """Pages of a simulated API, fetched one by one."""

    def __init__(self, items, size):
        self.items = items
        self.size = size
        self.position = 0
        self.requests = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.position >= len(self.items):
            raise StopAsyncIteration
        self.requests += 1
        await asyncio.sleep(0.3)
        page = self.items[self.position : self.position + self.size]
        self.position += self.size
        return page


async def main():
    pages = Pages(list("abcdefg"), 3)
    async for page in pages:
        print(page)
    print("requests:", pages.requests)
    async for page in pages:
        print("never")
    else:
        print("already exhausted")

    for wrong in ([1, 2], object):
        try:
            async for _ in wrong:
                pass
        except TypeError as e:
            print(e)
    try:
        for page in pages:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
