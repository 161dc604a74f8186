# timeout, timeout_at and wait_for: states, refusals and the accounting of cancellations.
import asyncio


def show(*what):
    print(f"{asyncio.get_running_loop().time():.2f}", *what)


def chain(error):
    links = []
    while error is not None and len(links) < 6:
        links.append(f"{type(error).__name__}{error.args}" + ("!" if error.__cause__ else ""))
        error = error.__context__
    return " <- ".join(links)


async def attempt(what, awaitable):
    try:
        show(what, await awaitable)
    except BaseException as error:
        show(what, chain(error), asyncio.current_task().cancelling())


async def states():
    timeout = asyncio.timeout(1)
    show(timeout, timeout.when(), timeout.expired())
    for when in (3, None):
        try:
            timeout.reschedule(when)
        except RuntimeError as error:
            show(error)
    async with timeout as entered:
        show(entered is timeout, timeout, timeout.expired())
        timeout.reschedule(asyncio.get_running_loop().time() + 2.12345)
        show(timeout, timeout.when())
        timeout.reschedule(None)
        show(timeout)
        try:
            async with timeout:
                pass
        except RuntimeError as error:
            show(error)
    show(timeout)
    try:
        timeout.reschedule(1)
    except RuntimeError as error:
        show(error)
    try:
        async with asyncio.timeout(0.1) as timeout:
            try:
                await asyncio.sleep(1)
            finally:
                show(timeout, timeout.expired())
                try:
                    timeout.reschedule(1)
                except RuntimeError as error:
                    show(error)
    except TimeoutError as error:
        show(timeout, timeout.expired(), chain(error), error.__cause__ is error.__context__)
    show(asyncio.Timeout, asyncio.timeout_at(5), asyncio.timeout(None).when())


async def short(delay, inner):
    async with asyncio.timeout(delay):
        await inner()
        return "in time"


async def body_zero():
    await asyncio.sleep(0)


async def body_raises():
    try:
        await asyncio.sleep(1)
    finally:
        raise ValueError("own")


async def body_group():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        try:
            raise KeyError("k")
        except KeyError as error:
            raise ExceptionGroup("g", [error, ValueError("plain")])


async def body_swallows():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass


async def body_cancels_itself():
    asyncio.current_task().cancel("self")
    await asyncio.sleep(1)


async def body_uncancels():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        raise


async def body_late_and_cancelled():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        asyncio.current_task().cancel("extra")
        raise


async def body_nested():
    async with asyncio.timeout(0.2):
        async with asyncio.timeout(0.2):
            await asyncio.sleep(1)


BODIES = [
    body_zero, body_raises, body_group, body_swallows, body_cancels_itself, body_uncancels, body_late_and_cancelled,
    body_nested,
]


async def in_a_task(what, coroutine):
    task = asyncio.create_task(attempt(what, coroutine))
    await asyncio.wait([task])
    show(what, "task", task.cancelled(), task.cancelling())


async def bodies():
    for body in BODIES:
        for delay in (0.1, 0, -1, None, 0.2):
            await in_a_task(f"{body.__name__} timeout {delay}", short(delay, body))
            await in_a_task(f"{body.__name__} wait_for {delay}", asyncio.wait_for(body(), delay))


async def cancelled_from_outside():
    for when in (0.05, 0.1, 0.15):
        for wait in (lambda: asyncio.wait_for(asyncio.sleep(1), 0.1), lambda: short(0.1, lambda: asyncio.sleep(1))):
            task = asyncio.create_task(attempt(f"outside {when}", wait()))
            await asyncio.sleep(when)
            task.cancel("outside")
            await asyncio.wait([task])
            show(task.cancelled(), task.cancelling())


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        show("stubborn")
    await asyncio.sleep(0.5)
    return "late"


async def wait_fors():
    future = asyncio.get_running_loop().create_future()
    await attempt("future", asyncio.wait_for(future, 0.1))
    show(future)
    future = asyncio.get_running_loop().create_future()
    await attempt("future 0", asyncio.wait_for(future, 0))
    show(future)
    future = asyncio.get_running_loop().create_future()
    future.set_result(7)
    await attempt("done 0", asyncio.wait_for(future, 0))
    await attempt("done -1", asyncio.wait_for(future, -1))
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(ValueError("f"))
    await attempt("failed 0", asyncio.wait_for(failed, 0))
    for timeout in (0, 0.1, None):
        task = asyncio.create_task(stubborn())
        await asyncio.sleep(0)
        await attempt(f"stubborn {timeout}", asyncio.wait_for(task, timeout))
        show(task)
        task = asyncio.create_task(stubborn())
        await asyncio.sleep(0)
        await attempt(f"shielded {timeout}", asyncio.wait_for(asyncio.shield(task), timeout))
        await asyncio.wait([task])
    await attempt("not awaitable", asyncio.wait_for(5, 1))
    await attempt("not awaitable 0", asyncio.wait_for(5, 0))
    sleeper = asyncio.sleep(0)
    await attempt("bad timeout", asyncio.wait_for(sleeper, "1"))
    sleeper.close()
    task = asyncio.create_task(attempt("cancelled at 0", asyncio.wait_for(stubborn_task := asyncio.create_task(stubborn()), 0)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("me")
    await asyncio.wait([task])
    show(task, stubborn_task)
    await asyncio.wait([stubborn_task])


async def main():
    await states()
    await bodies()
    await cancelled_from_outside()
    await wait_fors()


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)
timeout = asyncio.timeout_at(1)
try:
    timeout.__aenter__().send(None)
except RuntimeError as error:
    print(error)
