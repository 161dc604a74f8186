# A permit that is freed goes to the longest waiter, even if a newcomer asks first.
import asyncio

log = []


async def take(name, sem, hold):
    async with sem:
        log.append(name)
        await asyncio.sleep(hold)


async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    waiting = [asyncio.create_task(take(f"w{i}", sem, 0)) for i in range(2)]
    await asyncio.sleep(0)
    print("locked", sem.locked())
    sem.release()
    # The permit is promised to w0: this task has to queue behind w1.
    print("locked after release", sem.locked())
    async with sem:
        log.append("main")
    await asyncio.gather(*waiting)
    print(log)

    sem.release()
    sem.release()
    for _ in range(3):
        await sem.acquire()
        print("one permit gone, locked:", sem.locked())


asyncio.run(main())
