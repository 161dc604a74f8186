# run, Runner, and which loop is the current one.
import asyncio
import contextvars

NAME = contextvars.ContextVar("name", default="none")


def without_addresses(value):
    head, *parts = str(value).split("0x")
    return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in parts)


def show(*what):
    print(*map(without_addresses, what))


def attempt(what, function, *args, **kwargs):
    try:
        show(what, function(*args, **kwargs))
    except BaseException as error:
        show(what, type(error).__name__, error)


async def answer(value=42):
    NAME.set(value)
    return value


async def name():
    return NAME.get(), asyncio.current_task().get_name()


async def inside():
    for function in (asyncio.run, asyncio.Runner().run, asyncio.get_running_loop().run_until_complete):
        coroutine = answer()
        attempt("inside", function, coroutine)
        coroutine.close()
    other = asyncio.new_event_loop()
    coroutine = answer()
    attempt("other", other.run_until_complete, coroutine)
    coroutine.close()
    other.close()
    show(asyncio.get_event_loop() is asyncio.get_running_loop(), asyncio.get_running_loop().get_debug())


attempt("int", asyncio.run, 5)
attempt("function", asyncio.run, answer)
attempt("nothing", asyncio.run)
attempt("answer", asyncio.run, answer())
attempt("none running", asyncio.get_running_loop)
attempt("none set", asyncio.get_event_loop)
asyncio.run(inside(), debug=True)
asyncio.run(inside(), debug=False, loop_factory=asyncio.EventLoop)

runner = asyncio.Runner()
attempt("runner", runner.run, answer(1))
attempt("name", runner.run, name())
loop = runner.get_loop()
show(loop, loop is runner.get_loop(), asyncio.get_event_loop_policy().get_event_loop() is loop)
context = contextvars.copy_context()
context.run(NAME.set, "given")
attempt("context", runner.run, name(), context=context)
attempt("its own", runner.run, name())
attempt("int", runner.run, 5)
with runner as entered:
    show(entered is runner)
show(loop)
runner.close()
coroutine = answer()
attempt("closed", runner.run, coroutine)
coroutine.close()
attempt("closed", runner.get_loop)
attempt("closed", runner.__enter__)
asyncio.Runner().close()


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        raise ValueError("at shutdown")


async def leaves_tasks():
    tasks = [asyncio.create_task(stubborn(), name=f"stubborn {n}") for n in range(2)]
    tasks.append(asyncio.create_task(asyncio.sleep(100)))
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: show(context["message"], repr(context["exception"]), context["task"].get_name())
    )
    return len(tasks)


attempt("leaves tasks", asyncio.run, leaves_tasks())


async def fails():
    raise LookupError("main")


async def cancels():
    asyncio.current_task().cancel("oneself")
    await asyncio.sleep(0)


attempt("fails", asyncio.run, fails())
attempt("cancels", asyncio.run, cancels())

loop = asyncio.new_event_loop()
show(loop, isinstance(loop, asyncio.AbstractEventLoop), issubclass(type(loop), asyncio.AbstractEventLoop))
show(isinstance(5, asyncio.AbstractEventLoop))
asyncio.set_event_loop(loop)
show(asyncio.get_event_loop() is loop)
attempt("set", asyncio.set_event_loop, 5)
attempt("policy", asyncio.set_event_loop_policy, 5)
show(asyncio.DefaultEventLoopPolicy)
asyncio.set_event_loop(None)
attempt("unset", asyncio.get_event_loop)
loop.close()


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        show("a loop of my own")
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())
attempt("policy", asyncio.run, answer())
asyncio.set_event_loop_policy(None)
attempt("policy", asyncio.run, answer())

for missing in ("slep", "Queu", "coroutine", "async"):
    attempt(missing, getattr, asyncio, missing)
show(hasattr(asyncio, "locks"), asyncio.exceptions.CancelledError is asyncio.CancelledError)
show(asyncio.TimeoutError is TimeoutError, asyncio.IncompleteReadError(b"ab", 3), asyncio.IncompleteReadError(b"", None))
show(asyncio.LimitOverrunError("m", 3).consumed, asyncio.BrokenBarrierError.__mro__[:2])
