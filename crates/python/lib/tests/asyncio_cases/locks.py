# Locks and their like: representations, refusals, and cancellation at every point.
import asyncio


def without_addresses(value):
    head, *parts = str(value).split("0x")
    return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in parts)


def show(*what):
    print(f"{asyncio.get_running_loop().time():.2f}", *map(without_addresses, what))


async def attempt(what, *awaitables):
    for awaitable in awaitables:
        try:
            show(what, await awaitable)
        except BaseException as error:
            show(what, type(error).__qualname__, error, "|", type(error.__context__).__name__)


def refused(function, *args):
    try:
        show(function(*args))
    except Exception as error:
        show(type(error).__name__, error)


async def holder(lock, name, seconds):
    async with lock as nothing:
        show(name, "in", nothing, lock)
        await asyncio.sleep(seconds)
    show(name, "out", lock)


async def representations():
    lock = asyncio.Lock()
    show(lock, lock.locked())
    tasks = [asyncio.create_task(holder(lock, f"l{i}", 0.1)) for i in range(3)]
    await asyncio.sleep(0.05)
    show(lock)
    await asyncio.gather(*tasks)
    semaphore = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(holder(semaphore, f"s{i}", 0.1)) for i in range(4)]
    await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    show(asyncio.BoundedSemaphore(), asyncio.BoundedSemaphore(3), asyncio.Semaphore(0))
    refused(asyncio.Semaphore, -1)
    refused(asyncio.BoundedSemaphore, -1)
    refused(asyncio.Semaphore, "1")
    refused(asyncio.BoundedSemaphore().release)
    refused(asyncio.Lock().release)
    event = asyncio.Event()
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    show(event, event.is_set())
    event.set()
    event.set()
    show(event, task.done())
    await task
    show(event, task)
    event.clear()
    event.clear()
    show(event)
    condition = asyncio.Condition()
    show(condition)
    refused(condition.notify)
    refused(condition.notify_all)
    await attempt("wait", condition.wait())
    async with condition:
        show(condition, condition.locked())
        await attempt("wait_for", condition.wait_for(lambda: 5))
    refused(asyncio.Barrier, 0)
    refused(asyncio.Barrier, "1")
    show(asyncio.Barrier(3))
    shared = asyncio.Lock()
    show(asyncio.Condition(shared), asyncio.Condition(lock=shared))
    refused(asyncio.Lock, 1)
    show(repr(lock) == str(lock), lock == asyncio.Lock())


async def cancelled_lock_waiters():
    for when in range(6):
        lock = asyncio.Lock()
        await lock.acquire()
        tasks = [asyncio.create_task(holder(lock, f"w{i}", 0), name=f"w{i}") for i in range(3)]
        await asyncio.sleep(0)
        for step in range(6):
            if step == 1:
                lock.release()
            if step == when:
                tasks[0].cancel()
            if step == 3:
                asyncio.create_task(holder(lock, "late", 0))
            show(when, step, lock)
            await asyncio.sleep(0)
        await asyncio.wait(tasks)
        await asyncio.sleep(0)
        show(when, [t.cancelled() for t in tasks], lock)


async def cancelled_semaphore_waiters():
    for when in range(6):
        semaphore = asyncio.Semaphore(1)
        await semaphore.acquire()
        tasks = [asyncio.create_task(holder(semaphore, f"w{i}", 0)) for i in range(4)]
        await asyncio.sleep(0)
        for step in range(6):
            if step == 1:
                semaphore.release()
                semaphore.release()
            if step == when:
                tasks[0].cancel()
                tasks[1].cancel()
            if step == 2:
                tasks.append(asyncio.create_task(holder(semaphore, "late", 0)))
            show(when, step, semaphore, semaphore.locked())
            await asyncio.sleep(0)
        await asyncio.wait(tasks)
        show(when, [t.cancelled() for t in tasks], semaphore)


async def condition_waiter(condition, name):
    try:
        async with condition:
            show(name, "waits")
            show(name, await condition.wait(), condition)
    except asyncio.CancelledError as error:
        show(name, "cancelled", error.args, condition)
        raise


async def cancelled_condition_waiters():
    for when in range(8):
        condition = asyncio.Condition()
        tasks = [asyncio.create_task(condition_waiter(condition, f"c{i}")) for i in range(4)]
        await asyncio.sleep(0)
        for step in range(8):
            if step == 1:
                await condition.acquire()
                condition.notify(2)
            if step == 3:
                condition.release()
            if step == when:
                tasks[0].cancel("first")
            if step == when - 1:
                tasks[0].cancel("again")
            show(when, step, condition)
            await asyncio.sleep(0)
        async with condition:
            condition.notify_all()
        await asyncio.wait(tasks)
        show(when, [t.cancelled() for t in tasks], condition)


async def at_barrier(barrier, name):
    try:
        async with barrier as index:
            show(name, index, barrier)
    except BaseException as error:
        show(name, type(error).__qualname__, error, barrier)


async def barriers():
    for what in ("nothing", "reset", "abort", "cancel", "cancel late", "reset late", "abort late"):
        barrier = asyncio.Barrier(3)
        tasks = [asyncio.create_task(at_barrier(barrier, f"b{i}")) for i in range(2)]
        await asyncio.sleep(0)
        show(what, barrier, barrier.n_waiting, barrier.parties, barrier.broken)
        if what == "reset":
            await barrier.reset()
        if what == "abort":
            await barrier.abort()
        if what == "cancel":
            tasks[0].cancel()
        tasks += [asyncio.create_task(at_barrier(barrier, f"b{i}")) for i in range(2, 5)]
        await asyncio.sleep(0)
        show(what, barrier, barrier.n_waiting)
        if what == "cancel late":
            tasks[0].cancel()
            tasks[4].cancel()
        if what == "reset late":
            await barrier.reset()
        if what == "abort late":
            await barrier.abort()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        show(what, barrier, barrier.n_waiting)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        await barrier.reset()
        show(what, barrier)


async def main():
    await representations()
    await cancelled_lock_waiters()
    await cancelled_semaphore_waiters()
    await cancelled_condition_waiters()
    await barriers()


asyncio.run(main())


def on_two_loops(thing, wait):
    # The first wait ties it to its loop.
    async def first():
        task = asyncio.create_task(wait(thing))
        await asyncio.sleep(0)
        task.cancel()

    async def second():
        await asyncio.wait_for(wait(thing), 1)

    asyncio.run(first())
    try:
        asyncio.run(second())
    except (RuntimeError, TimeoutError) as error:
        print(type(error).__name__, without_addresses(error))


on_two_loops(asyncio.Event(), lambda e: e.wait())
on_two_loops(asyncio.Semaphore(0), lambda s: s.acquire())
on_two_loops(asyncio.Queue(), lambda q: q.get())
on_two_loops(asyncio.Barrier(2), lambda b: b.wait())
