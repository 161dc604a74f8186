# Ends with: balance 100, waited for the gate
import asyncio

balance = 0


async def deposit(lock, amount):
    global balance
    async with lock:
        before = balance
        await asyncio.sleep(0.001)
        balance = before + amount


async def limited(semaphore, number):
    async with semaphore:
        print(f"worker {number} is in")
        await asyncio.sleep(0.005)


async def waiter(event):
    await event.wait()
    return "waited for the gate"


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[deposit(lock, 10) for _ in range(10)])
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[limited(semaphore, number) for number in range(4)])
    event = asyncio.Event()
    waiting = asyncio.create_task(waiter(event))
    await asyncio.sleep(0.01)
    event.set()
    condition = asyncio.Condition()

    async def notified():
        async with condition:
            await condition.wait()
            print("notified")

    task = asyncio.create_task(notified())
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await task
    print(f"balance {balance}, {await waiting}")


asyncio.run(main())
