# Waiters bring orders to a kitchen queue, cooks share two stoves, guests get impatient.
import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field

MENU = {"soup": 2, "steak": 6, "salad": 1, "pasta": 4}


@dataclass
class Order:
    table: int
    dish: str
    ready: asyncio.Event = field(default_factory=asyncio.Event)


async def cook(name, orders, stoves, stats):
    while True:
        order = await orders.get()
        if order is None:
            return
        if MENU[order.dish] > 1:
            async with stoves:
                await asyncio.sleep(MENU[order.dish])
        else:
            await asyncio.sleep(MENU[order.dish])
        order.ready.set()
        stats[name] += 1


async def guest(table, dish, arrives, patience, orders, stats):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(arrives)
    order = Order(table, dish)
    await orders.put(order)
    ordered = loop.time()
    try:
        await asyncio.wait_for(order.ready.wait(), patience)
    except asyncio.TimeoutError:
        stats["angry"] += 1
        print(f"{loop.time():5.1f} table {table} leaves without {dish} after {loop.time() - ordered:.1f}")
    else:
        stats["happy"] += 1
        print(f"{loop.time():5.1f} table {table} eats {dish} after {loop.time() - ordered:.1f}")


async def main():
    rng = random.Random(8)
    orders, stoves, stats = asyncio.Queue(), asyncio.Semaphore(2), Counter()
    cooks = [asyncio.create_task(cook(n, orders, stoves, stats)) for n in ("Ana", "Bo", "Cem")]
    dishes = list(MENU)
    guests = [
        guest(t, rng.choice(dishes), rng.uniform(0, 8), rng.randint(5, 9), orders, stats)
        for t in range(1, 9)
    ]
    await asyncio.gather(*guests)
    for _ in cooks:
        await orders.put(None)
    await asyncio.gather(*cooks)
    print(stats.most_common(), f"closed at {asyncio.get_running_loop().time():.1f}")


asyncio.run(main())
