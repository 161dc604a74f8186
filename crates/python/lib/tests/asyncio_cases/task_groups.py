# Task groups: representations, refusals, errors and cancellations from everywhere.
import asyncio


def show(*what):
    print(f"{asyncio.get_running_loop().time():.2f}", *what)


def tree(error):
    text = f"{type(error).__name__}({error})"
    if isinstance(error, BaseExceptionGroup):
        text += "[" + ", ".join(map(tree, error.exceptions)) + "]"
    if error.__cause__ is not None:
        text += f" from {type(error.__cause__).__name__}"
    if error.__context__ is not None and not error.__suppress_context__:
        text += f" during {type(error.__context__).__name__}"
    return text


async def work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError as cancellation:
        show(name, "cancelled", cancellation.args)
        raise
    show(name, "ends")
    if error is not None:
        raise error
    return name


async def cleaning(name, seconds, cleanup, error=None):
    try:
        await asyncio.sleep(seconds)
    finally:
        show(name, "cleans up")
        await asyncio.sleep(cleanup)
        show(name, "clean")
        if error is not None:
            raise error


async def attempt(what, coroutine):
    try:
        show(what, "->", await coroutine)
    except BaseException as error:
        show(what, "->", tree(error), "cancelling", asyncio.current_task().cancelling())


async def states():
    group = asyncio.TaskGroup()
    show(group)
    for _ in range(2):
        try:
            group.create_task(work("early", 1))
        except RuntimeError as error:
            show(error)
    async with group as entered:
        show(entered is group, group)
        task = group.create_task(work("a", 0.1), name="named")
        show(group, task.get_name())
        group.create_task(work("b", 0.2))
        show(group)
        try:
            async with group:
                pass
        except RuntimeError as error:
            show(error)
    show(group, task.result())
    try:
        group.create_task(work("late", 1))
    except RuntimeError as error:
        show(error)
    try:
        group.create_task(5)
    except AttributeError as error:
        show(error)
    try:
        async with group:
            pass
    except RuntimeError as error:
        show(error)


async def late_creation(group):
    try:
        await asyncio.sleep(1)
    finally:
        show(group)
        try:
            group.create_task(work("too late", 1))
        except RuntimeError as error:
            show(error)


async def shutting_down():
    async with asyncio.TaskGroup() as group:
        group.create_task(late_creation(group))
        group.create_task(work("fails", 0.1, ValueError("v")))


async def grows():
    async def grow(group, n):
        await asyncio.sleep(0.1)
        if n:
            group.create_task(grow(group, n - 1))
        show("grown", n, group)

    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 3))


async def errors(body_error=None, *task_errors, wait=0.0):
    async with asyncio.TaskGroup() as group:
        for number, error in enumerate(task_errors):
            group.create_task(work(f"t{number}", 0.1, error))
        group.create_task(work("sibling", 5))
        await asyncio.sleep(wait)
        if body_error is not None:
            raise body_error
        if wait == 0:
            await asyncio.sleep(0.3)
            show("body ends")


async def cleanup_errors():
    async with asyncio.TaskGroup() as group:
        group.create_task(cleaning("c", 5, 0.2, KeyError("in cleanup")))
        group.create_task(cleaning("d", 5, 0.1))
        group.create_task(work("fails", 0.1, ValueError("v")))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError as error:
            show("body cancelled", error.args, asyncio.current_task().cancelling())
            raise IndexError("in the body's cleanup")


async def swallowing_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 0.1, ValueError("v")))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            show("swallowed", asyncio.current_task().cancelling())
        await asyncio.sleep(0.1)
        show("body goes on", group)


async def returning_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("r", 0.2))
        return "returned"


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer", 1))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner", 0.1, ValueError("inner")))
            inner.create_task(cleaning("inner2", 1, 0.1))


async def nested_outer_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer", 0.1, ValueError("outer")))
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(cleaning("inner", 1, 0.1, KeyError("inner")))
        finally:
            show("between", asyncio.current_task().cancelling())


async def simple_group(seconds=1.0, cleanup=0.0, error=None):
    async with asyncio.TaskGroup() as group:
        group.create_task(cleaning("x", seconds, cleanup, error))
        group.create_task(work("y", seconds))


async def cancelled_task_inside():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("z", 1))
        await asyncio.sleep(0.1)
        task.cancel("by hand")
    show(task.cancelled())


async def cancels_itself_and_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 0, ValueError("v")))
        asyncio.current_task().cancel("own")
        await asyncio.sleep(1)


async def empty():
    async with asyncio.TaskGroup():
        asyncio.get_running_loop().call_soon(show, "no pass in between")
    show("after")
    async with asyncio.TaskGroup() as group:
        done = group.create_task(work("done", 0.1))
        await asyncio.sleep(0.2)
        show(group)
        asyncio.get_running_loop().call_soon(show, "neither here")
    show("after", done)


async def from_outside():
    for times in (1, 2, 3):
        for cleanup in (0, 0.1):
            for error in (None, KeyError("k")):
                task = asyncio.create_task(attempt(f"outside {times} {cleanup}", simple_group(1, cleanup, error)))
                await asyncio.sleep(0.05)
                for number in range(times):
                    task.cancel(f"c{number}")
                    await asyncio.sleep(0.02)
                await asyncio.wait([task])
                show(task.cancelled(), task.cancelling())


async def same_instant():
    for first in ("child", "parent"):
        future = asyncio.get_running_loop().create_future()

        async def child():
            await future

        async def parent():
            async with asyncio.TaskGroup() as group:
                group.create_task(child())

        task = asyncio.create_task(attempt(first, parent()))
        await asyncio.sleep(0.1)
        if first == "child":
            future.set_exception(ValueError("v"))
            task.cancel()
        else:
            task.cancel()
            if not future.done():
                future.set_exception(ValueError("v"))
        await asyncio.wait([task])
        show(task.cancelled(), task.cancelling())


async def main():
    await states()
    await grows()
    for coroutine in (
        shutting_down(), errors(), errors(ValueError("body")), errors(None, ValueError(0)),
        errors(None, ValueError(0), KeyError(1), None), errors(OSError("body"), ValueError(0)),
        errors(OSError("body"), ValueError(0), wait=0.1), errors(OSError("body"), ValueError(0), wait=0.2),
        errors(asyncio.CancelledError("by hand")), errors(asyncio.CancelledError("by hand"), ValueError(0)),
        errors(None, asyncio.CancelledError("child")), errors(None, ExceptionGroup("g", [ValueError(1)])),
        cleanup_errors(), swallowing_body(), returning_body(), nested(), nested_outer_fails(),
        cancelled_task_inside(), cancels_itself_and_fails(), empty(), from_outside(), same_instant(),
    ):
        name = coroutine.__name__
        task = asyncio.create_task(attempt(name, coroutine))
        await asyncio.wait([task])
        show(name, "cancelling", task.cancelling(), task.cancelled())


asyncio.run(main())


async def base_errors(body, child):
    async with asyncio.TaskGroup() as group:
        if child is not None:
            group.create_task(work("base", 0.1, child))
        group.create_task(work("sibling", 1))
        group.create_task(work("fails", 0.1, ValueError("v")))
        await asyncio.sleep(0.05)
        if body is not None:
            raise body


for body, child in ((None, SystemExit(3)), (KeyboardInterrupt("k"), None), (None, KeyboardInterrupt("c")),
                    (SystemExit(1), SystemExit(2)), (GeneratorExit(), None)):
    try:
        asyncio.run(base_errors(body, child))
    except BaseException as error:
        print(tree(error))

try:
    asyncio.TaskGroup().__aenter__().send(None)
except RuntimeError as error:
    print(error)
