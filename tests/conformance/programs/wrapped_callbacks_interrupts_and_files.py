# What a library meets: wrapped callbacks, an interrupt that cancels the main task, files in errors, old-style throw().
import asyncio
import functools
import signal


def logged(function):
    @functools.wraps(function)
    def inner(*args):
        return function(*args)

    return inner


class Service:
    def start(self):
        raise RuntimeError("no start")

    @logged
    def stop(self):
        raise RuntimeError("no stop")

    @staticmethod
    def check():
        pass


def plain(future):
    pass


async def callbacks():
    loop = asyncio.get_running_loop()
    print(loop.call_soon(Service().start), loop.call_soon(Service().stop), loop.call_soon(Service.check))
    print(loop.call_soon(logged(plain), None), loop.call_soon(functools.partial(plain, None)))
    future = loop.create_future()
    future.add_done_callback(Service().start)
    future.add_done_callback(logged(plain))
    print(future)
    await asyncio.sleep(0)


async def interrupted(stubborn):
    try:
        await asyncio.sleep(0.1)
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, asyncio.current_task().cancelling())
        if stubborn:
            return "no, thanks"
        raise
    finally:
        print("cleaned up")


def run_interrupted(stubborn):
    try:
        print(asyncio.run(interrupted(stubborn)))
    except KeyboardInterrupt as error:
        print(repr(error), repr(error.__context__))


async def twice():
    try:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        print("the second is not waited for")


def errors():
    for error in (
        OSError(2, "gone", "a.txt"), OSError(13, "denied", "a", None, "b"), OSError(1, "x", None), OSError("only"),
        ConnectionError(104, "reset"), OSError(1, 2, 3, 4, 5, 6), FileExistsError(17, "there", b"raw"), TimeoutError(),
    ):
        print(repr(error), "|", error, "|", error.args, error.errno, error.strerror, error.filename, error.filename2)
    error = OSError(2, "gone")
    error.filename = "later.txt"
    print(error, error.args)


class NoStep:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


async def odd_iterator():
    try:
        async for _ in NoStep():
            pass
    except TypeError as error:
        print(error, "|", repr(error.__cause__))


def order(x: int, /, y: str, *args: float, z: bool, **rest: bytes) -> None:
    pass


def items():
    try:
        yield 1
    except KeyError as error:
        yield repr(error)


asyncio.run(callbacks())
run_interrupted(False)
run_interrupted(True)
try:
    asyncio.run(twice())
except KeyboardInterrupt as error:
    print("and the first:", repr(error.__context__))
errors()
asyncio.run(odd_iterator())
print(list(order.__annotations__))
generator = items()
next(generator)
print(generator.throw(KeyError, "old style"))
