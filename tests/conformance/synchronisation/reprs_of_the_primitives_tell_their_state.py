# The repr of each primitive ends in its state, its value and the number of waiters.
import asyncio


def state(thing):
    """The part of the repr that holds no address."""
    text = repr(thing)
    return text[: text.index(" object")] + " " + text[text.index("["):]


async def main():
    lock, event, sem = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2)
    cond, barrier = asyncio.Condition(), asyncio.Barrier(3)
    for thing in (lock, event, sem, cond, barrier):
        print(state(thing))
    await lock.acquire()
    event.set()
    await sem.acquire()
    print(state(lock), state(event), state(sem), sep="\n")
    await sem.acquire()
    tasks = [asyncio.create_task(x) for x in (lock.acquire(), sem.acquire(), sem.acquire(), barrier.wait())]
    await asyncio.sleep(0)
    print(state(lock), state(sem), state(barrier), sep="\n")
    for t in tasks:
        t.cancel()
    await asyncio.wait(tasks)
    print(state(barrier))


asyncio.run(main())
