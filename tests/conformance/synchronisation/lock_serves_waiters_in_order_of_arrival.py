# A lock wakes those who wait for it first come, first served.
import asyncio


async def customer(name: str, lock: asyncio.Lock, arrives: float) -> None:
    await asyncio.sleep(arrives)
    loop = asyncio.get_running_loop()
    print(f"{loop.time():4.1f} {name:>6} wants the lock")
    async with lock:
        print(f"{loop.time():4.1f} {name:>6} has the lock")
        await asyncio.sleep(1)
    print(f"{loop.time():4.1f} {name:>6} left")


async def main() -> None:
    lock = asyncio.Lock()
    names = ["Dora", "Carl", "Bea", "Anna"]
    delays = [0.3, 0.2, 0.1, 0.0]
    await asyncio.gather(*(customer(n, lock, d) for n, d in zip(names, delays)))
    print("locked at the end:", lock.locked())


asyncio.run(main())
