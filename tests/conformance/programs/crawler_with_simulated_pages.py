# A web crawler over a dictionary of pages: a queue, workers, a set of seen addresses, a depth limit.
import asyncio
import time
from dataclasses import dataclass, field

SITE = {
    "/": (0.3, ["/about", "/blog", "/shop"]),
    "/about": (0.2, ["/", "/team"]),
    "/blog": (0.5, ["/blog/1", "/blog/2", "/missing"]),
    "/blog/1": (0.4, ["/blog/2"]),
    "/blog/2": (0.1, ["/blog/1", "/"]),
    "/shop": (0.7, ["/shop/tea", "/shop/cup"]),
    "/shop/tea": (0.2, ["/deep"]),
    "/shop/cup": (0.2, []),
    "/team": (0.1, []),
    "/deep": (0.1, ["/deeper"]),
}


class NotFound(Exception):
    pass


async def fetch(url: str) -> list[str]:
    try:
        delay, links = SITE[url]
    except KeyError:
        await asyncio.sleep(0.05)
        raise NotFound(url) from None
    await asyncio.sleep(delay)
    return links


@dataclass
class Crawler:
    max_depth: int = 2
    seen: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    queue: asyncio.Queue = field(default_factory=asyncio.Queue)

    def enqueue(self, url: str, depth: int) -> None:
        if url not in self.seen and depth <= self.max_depth:
            self.seen.add(url)
            self.queue.put_nowait((url, depth))

    async def worker(self, name: str) -> None:
        while True:
            url, depth = await self.queue.get()
            try:
                links = await fetch(url)
                print(f"{time.perf_counter() - START:5.2f} {name} {'  ' * depth}{url} ({len(links)} links)")
                for link in links:
                    self.enqueue(link, depth + 1)
            except NotFound as e:
                self.errors.append(str(e))
            finally:
                self.queue.task_done()

    async def run(self, start: str, workers: int) -> None:
        self.enqueue(start, 0)
        tasks = [asyncio.create_task(self.worker(f"w{i}")) for i in range(workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


START = time.perf_counter()
crawler = Crawler()
asyncio.run(crawler.run("/", workers=3))
print(f"{len(crawler.seen)} pages in {time.perf_counter() - START:.2f} s, broken: {crawler.errors}, not visited: {sorted(set(SITE) - crawler.seen)}")
