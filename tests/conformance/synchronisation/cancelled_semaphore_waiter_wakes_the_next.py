# A waiter cancelled after it was granted a permit gives it to the next waiter.
import asyncio


async def worker(name, sem):
    async with sem:
        print(name, "works")
        await asyncio.sleep(0.5)
    return name


async def main():
    sem = asyncio.Semaphore(1)
    holder = asyncio.create_task(worker("holder", sem))
    a = asyncio.create_task(worker("a", sem))
    b = asyncio.create_task(worker("b", sem))
    c = asyncio.create_task(worker("c", sem))
    await asyncio.sleep(0.1)
    b.cancel()
    await holder
    # The holder has just released: "a" is woken but has not run yet.
    a.cancel()
    done, pending = await asyncio.wait([a, b, c])
    for t in (a, b, c):
        print("cancelled" if t.cancelled() else t.result())
    print(len(done), len(pending), sem.locked())


asyncio.run(main())
