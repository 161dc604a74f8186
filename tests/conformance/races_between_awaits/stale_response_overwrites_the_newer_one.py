# Of two searches the older answers last; a request number keeps its answer out.
import asyncio


class SearchBox:
    def __init__(self, guarded):
        self.guarded = guarded
        self.latest = 0
        self.shown = "-"

    async def type(self, text, latency):
        self.latest += 1
        mine = self.latest
        await asyncio.sleep(latency)
        if self.guarded and mine != self.latest:
            print(f"  dropping the answer for {text!r} (request {mine} of {self.latest})")
            return
        self.shown = f"results for {text}"
        print(f"  showing {self.shown!r}")


async def session(guarded):
    box = SearchBox(guarded)
    tasks = []
    for text, latency in [("p", 0.9), ("py", 0.2), ("pyt", 0.5)]:
        tasks.append(asyncio.create_task(box.type(text, latency)))
        await asyncio.sleep(0.1)
    await asyncio.gather(*tasks)
    return box.shown


async def main():
    for guarded in (False, True):
        print("guarded" if guarded else "naive")
        print(" finally:", await session(guarded))


asyncio.run(main())
