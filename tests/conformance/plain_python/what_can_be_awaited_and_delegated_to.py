# `await` takes what `__await__` returns only if it is an iterator, and only coroutines delegate to coroutines.
import types


async def one():
    return 1


def plain():
    yield from one_more


@types.coroutine
def decorated():
    return (yield from one())


class Awaitable:
    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        return self.iterator


async def wait_for(awaitable):
    return await awaitable


def drive(coroutine):
    try:
        print("yielded", coroutine.send(None))
    except (StopIteration, TypeError) as error:
        print(type(error).__name__, error)


one_more = one()
try:
    next(plain())
except TypeError as error:
    print(error)
drive(wait_for(Awaitable(one_more)))
one_more.close()
drive(wait_for(decorated()))
drive(wait_for(Awaitable(iter(["an item"]))))
drive(wait_for(Awaitable(iter([]))))
drive(wait_for(Awaitable(5)))
drive(wait_for(Awaitable(None)))
drive(wait_for(Awaitable(["a list"])))
drive(wait_for(Awaitable(one().__await__())))


class Service:
    @classmethod
    def start(cls):
        "Starts it."

    @staticmethod
    def stop():
        "Stops it."


for name in ("start", "stop"):
    wrapper = vars(Service)[name]
    print(wrapper.__name__, wrapper.__qualname__, wrapper.__module__, wrapper.__doc__)


async def numbers():
    yield 1


generator = numbers()
print(generator.ag_suspended, isinstance(generator.ag_frame, types.FrameType))
try:
    raise ValueError
except ValueError as error:
    print(isinstance(error.__traceback__, types.TracebackType))
