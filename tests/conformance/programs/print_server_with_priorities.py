# A printer with a priority queue: urgent jobs overtake, paper runs out, the operator refills.
import asyncio
from dataclasses import dataclass, field
from itertools import count

_sequence = count()


@dataclass(order=True)
class Job:
    priority: int
    number: int = field(default_factory=lambda: next(_sequence))
    owner: str = field(compare=False, default="?")
    pages: int = field(compare=False, default=1)


class Printer:
    def __init__(self, paper):
        self.paper = paper
        self.queue = asyncio.PriorityQueue()
        self.out_of_paper = asyncio.Event()
        self.refilled = asyncio.Condition()

    def log(self, text):
        print(f"{asyncio.get_running_loop().time():5.1f} {text}")

    async def run(self):
        while True:
            job = await self.queue.get()
            self.log(f"printing #{job.number} for {job.owner} (priority {job.priority})")
            for page in range(1, job.pages + 1):
                while self.paper == 0:
                    self.log(f"out of paper at page {page} of #{job.number}")
                    self.out_of_paper.set()
                    async with self.refilled:
                        await self.refilled.wait()
                self.paper -= 1
                await asyncio.sleep(0.5)
            self.queue.task_done()

    async def refill(self, sheets):
        async with self.refilled:
            self.paper += sheets
            self.out_of_paper.clear()
            self.refilled.notify_all()
        self.log(f"refilled, {self.paper} sheets")


async def operator(printer):
    while True:
        await printer.out_of_paper.wait()
        await asyncio.sleep(3)
        await printer.refill(6)


async def main():
    printer = Printer(paper=5)
    machine = asyncio.create_task(printer.run())
    tending = asyncio.create_task(operator(printer))
    for delay, job in [(0, Job(5, owner="ann", pages=3)), (0, Job(5, owner="bob", pages=2)), (0.2, Job(1, owner="boss", pages=4)), (0.2, Job(3, owner="cid", pages=1))]:
        await asyncio.sleep(delay)
        printer.queue.put_nowait(job)
    await printer.queue.join()
    printer.log(f"all printed, {printer.paper} sheets left")
    for t in (machine, tending):
        t.cancel()
    print(Job(1) < Job(2), sorted([Job(2, 9), Job(1, 10), Job(2, 8)])[1].number)


asyncio.run(main())
