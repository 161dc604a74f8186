# Blocking jobs that change a shared dict: every change is there when the loop looks.
import asyncio
import time

inventory = {"apples": 10, "pears": 5}
log = []


def sell(item, count, delay):
    time.sleep(delay)
    stock = inventory[item]
    if stock < count:
        log.append(f"{time.monotonic():.1f} not enough {item}: {stock} < {count}")
        return False
    inventory[item] = stock - count
    log.append(f"{time.monotonic():.1f} sold {count} {item}")
    return True


async def auditor():
    loop = asyncio.get_running_loop()
    for _ in range(4):
        print(f"{loop.time():.2f}", inventory)
        await asyncio.sleep(0.25)


async def main():
    orders = [("apples", 4, 0.2), ("apples", 5, 0.4), ("pears", 5, 0.3), ("apples", 2, 0.6)]
    audit = asyncio.create_task(auditor())
    results = await asyncio.gather(*(asyncio.to_thread(sell, *o) for o in orders))
    await audit
    print(results)
    print(*log, sep="\n")


asyncio.run(main())
