# Entries of a PriorityQueue are compared: tuples by their parts, dataclasses by their order.
import asyncio
import itertools
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Job:
    priority: int
    item: Any = field(compare=False)


async def main():
    q = asyncio.PriorityQueue()
    counter = itertools.count()
    for prio, name in [(2, "mail"), (1, "alarm"), (2, "chat"), (3, "backup"), (1, "fire")]:
        q.put_nowait((prio, next(counter), {"name": name}))
    while not q.empty():
        prio, n, what = q.get_nowait()
        print(prio, n, what["name"])

    jobs = asyncio.PriorityQueue()
    for p, item in [(5, [1]), (2, {"a": 1}), (4, None), (2, {"b": 2})]:
        await jobs.put(Job(p, item))
    print([(await jobs.get()).priority for _ in range(4)])

    broken = asyncio.PriorityQueue()
    broken.put_nowait((1, {"a": 1}))
    try:
        broken.put_nowait((1, {"b": 1}))
    except TypeError as e:
        print("TypeError:", e)
    print("size", broken.qsize())


asyncio.run(main())
