# A cancelled waiter leaves the line; the lock goes to the next one.
import asyncio


async def use(lock, name, seconds):
    now = asyncio.get_running_loop().time
    try:
        async with lock:
            print(f"{now()} {name} has the lock")
            await asyncio.sleep(seconds)
        print(f"{now()} {name} is done")
    except asyncio.CancelledError:
        print(f"{now()} {name} cancelled, lock locked: {lock.locked()}")
        raise


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(use(lock, n, 2)) for n in ("a", "b", "c")]
    await asyncio.sleep(1)
    tasks[1].cancel()
    await asyncio.sleep(0)
    print("b done:", tasks[1].done())
    await asyncio.sleep(2.5)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print("free:", not lock.locked())

    # The lock is handed over and the new owner is cancelled in the same step.
    await lock.acquire()
    b = asyncio.create_task(use(lock, "b2", 1))
    c = asyncio.create_task(use(lock, "c2", 1))
    await asyncio.sleep(0)
    lock.release()
    b.cancel()
    await asyncio.wait([b, c])
    print("free:", not lock.locked(), asyncio.get_running_loop().time())


asyncio.run(main())
