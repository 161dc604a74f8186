# One lock for each key protects the check without making different keys wait.
import asyncio
import time
from collections import defaultdict

stock = {"apple": 2, "pear": 1}
locks = defaultdict(asyncio.Lock)
t0 = time.perf_counter()


async def buy(customer, item):
    async with locks[item]:
        if stock[item] < 1:
            print(f"{time.perf_counter() - t0:.1f} {customer}: no {item} left")
            return False
        await asyncio.sleep(1)
        stock[item] -= 1
    print(f"{time.perf_counter() - t0:.1f} {customer}: bought the {item}")
    return True


async def main():
    orders = [("Ann", "apple"), ("Bob", "pear"), ("Cid", "apple"), ("Dan", "pear"), ("Eve", "apple")]
    results = await asyncio.gather(*(buy(*order) for order in orders))
    print(sum(results), "sold", stock, sorted(locks))


asyncio.run(main())
