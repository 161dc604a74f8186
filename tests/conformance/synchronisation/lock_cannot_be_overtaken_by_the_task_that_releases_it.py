# Releasing a lock and asking for it again at once puts the task behind those who wait.
import asyncio

turns = []


async def greedy(name, lock):
    for i in range(3):
        await lock.acquire()
        try:
            turns.append(f"{name}{i}")
            await asyncio.sleep(0)
        finally:
            lock.release()


async def alone(lock):
    # Nobody else waits, so acquiring never gives way to another task.
    for _ in range(3):
        async with lock:
            turns.append("alone")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy("a", lock), greedy("b", lock), greedy("c", lock))
    print(" ".join(turns))
    turns.clear()
    other = asyncio.create_task(greedy("z", asyncio.Lock()))
    await alone(lock)
    print(" ".join(turns), "| z has not begun")
    await other
    print(" ".join(turns))


asyncio.run(main())
