# Everybody takes the left fork first: a deadlock, noticed by a timeout; a waiter who seats four prevents it.
import asyncio


async def philosopher(i, forks, waiter, log):
    left, right = forks[i], forks[(i + 1) % len(forks)]

    async def eat():
        async with left:
            await asyncio.sleep(0.1)
            async with right:
                log.append(i)
                await asyncio.sleep(0.5)

    for _ in range(2):
        if waiter is None:
            await eat()
        else:
            async with waiter:
                await eat()


async def dinner(with_waiter):
    forks = [asyncio.Lock() for _ in range(5)]
    waiter = asyncio.Semaphore(4) if with_waiter else None
    log = []
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(30):
            await asyncio.gather(*(philosopher(i, forks, waiter, log) for i in range(5)))
    except TimeoutError:
        print(f"deadlock after {len(log)} meals; held: {[f.locked() for f in forks]}")
        await asyncio.sleep(0)
        print(f"after the cancellation held: {[f.locked() for f in forks]}")
    else:
        print(f"{len(log)} meals in {loop.time() - start:.1f}s in the order {log}")


for with_waiter in (False, True):
    asyncio.run(dinner(with_waiter))
