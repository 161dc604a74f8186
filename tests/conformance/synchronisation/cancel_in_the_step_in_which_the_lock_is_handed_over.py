# A waiter that is woken and cancelled in the same step must pass the lock on.
import asyncio


async def waiter(name, lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        print(name, "cancelled; locked:", lock.locked())
        raise
    print(name, "acquired")
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(waiter("first", lock))
    second = asyncio.create_task(waiter("second", lock))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    print("released and cancelled, locked:", lock.locked())
    results = await asyncio.gather(first, second, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
