# A growing group: crawling a graph, one task a page, until nothing new turns up.
import asyncio

LINKS = {
    "home": ["about", "blog"],
    "about": ["home", "team"],
    "blog": ["post1", "post2", "about"],
    "post1": ["post2"],
    "post2": ["home"],
    "team": [],
}


class Crawler:
    def __init__(self):
        self.seen = {}

    async def visit(self, group, page, depth):
        self.seen[page] = depth
        await asyncio.sleep(0.1 * len(page) / 4)
        print(f"{asyncio.get_running_loop().time():.3f} {'  ' * depth}{page}")
        for link in LINKS[page]:
            if link not in self.seen:
                self.seen[link] = None
                group.create_task(self.visit(group, link, depth + 1), name=link)


async def main():
    crawler = Crawler()
    async with asyncio.TaskGroup() as group:
        group.create_task(crawler.visit(group, "home", 0))
        await asyncio.sleep(0)
        print("the body is over, the group is not")
    print(crawler.seen)


asyncio.run(main())
