# wait, as_completed and to_thread: refusals, orders and timeouts.
import asyncio
import contextvars
import time

NAME = contextvars.ContextVar("name", default="none")


def show(*what):
    print(f"{asyncio.get_running_loop().time():.2f}", *what)


async def work(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error
    return name


async def attempt(what, awaitable):
    try:
        show(what, await awaitable)
    except BaseException as error:
        show(what, type(error).__name__, error)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def refusals():
    coroutine = work("c", 0)
    task = asyncio.create_task(work("t", 0), name="t")
    future = asyncio.get_running_loop().create_future()
    for fs in (coroutine, task, future, [], (), {}, [coroutine], [task, coroutine], [1], [[]], 5):
        try:
            await asyncio.wait(fs)
        except Exception as error:
            show(type(error).__name__, error)
    for condition in ("FIRST", None, asyncio.ALL_COMPLETED):
        await attempt(condition, asyncio.wait([future], return_when=condition, timeout=0.1))
    for fs in (coroutine, task, future, 5, [5]):
        try:
            show(asyncio.as_completed(fs))
        except Exception as error:
            show(type(error).__name__, error)
    coroutine.close()
    show(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    show([name for name in asyncio.tasks.__all__ if not hasattr(asyncio, name)])


def batch(*seconds, error=None):
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(work(f"w{n}", s), name=f"w{n}") for n, s in enumerate(seconds)]
    if error is not None:
        tasks.append(loop.create_task(work("bad", error, ValueError("bad")), name="bad"))
    return tasks


async def waits():
    for condition in asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED:
        for timeout in (None, 0, 0.1, 0.15, -1):
            tasks = batch(0.1, 0.3, 0.1, error=0.2)
            done, pending = await asyncio.wait(tasks, timeout=timeout, return_when=condition)
            show(condition, timeout, names(done), names(pending))
            await asyncio.wait(tasks)
            for generator in (iter(tasks), (t for t in tasks)):
                done, pending = await asyncio.wait(generator, timeout=timeout, return_when=condition)
                show(names(done), names(pending))
            for task in tasks:
                task.exception()
    tasks = batch(0.1, 0.2)
    tasks[0].cancel()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    show(names(done), names(pending), [repr(t) for t in tasks][0])
    waiter = asyncio.create_task(asyncio.wait(tasks := batch(1, 2)))
    await asyncio.sleep(0.1)
    show(tasks[0])
    waiter.cancel("stop")
    await attempt("cancelled", waiter)
    show(tasks[0])


async def as_completed_plainly(timeout):
    tasks = batch(0.3, 0.1, 0.2, error=0.15)
    iterator = asyncio.as_completed([*tasks, tasks[0]], timeout=timeout)
    show(iter(iterator) is iterator, tasks[0])
    for coroutine in iterator:
        await attempt(f"plain {timeout}", coroutine)
    show(list(iterator), [t.done() for t in tasks])
    await asyncio.wait(tasks)
    tasks[-1].exception()


async def as_completed_async(timeout):
    tasks = batch(0.3, 0.1, 0.2, error=0.15)
    seen = []
    try:
        async for task in asyncio.as_completed(tasks, timeout=timeout):
            seen.append(task.get_name())
            show(task in tasks, task.get_name())
    except Exception as error:
        show(type(error).__name__, error, seen)
    await asyncio.wait(tasks)
    tasks[-1].exception()
    async for task in asyncio.as_completed([work("coro", 0.1)]):
        show(type(task).__name__, await task)


async def completions():
    for timeout in (None, 0.12, 0.15, 0, 5):
        await as_completed_plainly(timeout)
        await as_completed_async(timeout)
    show(list(asyncio.as_completed([])), [x async for x in asyncio.as_completed(())])
    first, second = asyncio.as_completed([work("late", 0.2), work("early", 0.1)])
    show(first.__qualname__, await second, await first)
    pending = list(asyncio.as_completed(batch(0.1, 0.2)))
    waiters = [asyncio.create_task(coroutine) for coroutine in pending]
    await asyncio.sleep(0)
    waiters[0].cancel()
    show(await waiters[1])
    await attempt("cancelled", waiters[0])
    done = asyncio.get_running_loop().create_future()
    done.set_result("done")
    for coroutine in asyncio.as_completed([done, work("slower", 0)]):
        show(await coroutine)


def blocking(name, *, seconds):
    time.sleep(seconds)
    return name, NAME.get()


async def threads():
    NAME.set("from the task")
    ticker = asyncio.create_task(work("ticker", 0.05))
    show(await asyncio.to_thread(blocking, "one", seconds=0.1), ticker.done())
    await attempt("fails", asyncio.to_thread(blocking))
    coroutine = asyncio.to_thread(blocking, "never", seconds=1)
    show(coroutine.__qualname__)
    coroutine.close()


async def main():
    await refusals()
    await waits()
    await completions()
    await threads()


asyncio.run(main())
try:
    asyncio.wait([]).send(None)
except ValueError as error:
    print(error)
