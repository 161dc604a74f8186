# close() and throw() through `yield from`, wrong arguments of throw(), and what a list can't be sent.


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


def answers():
    try:
        yield 1
    except GeneratorExit:
        print("inner leaves")
        return 5


def outer(inner):
    try:
        result = yield from inner()
        print("inner returned", result)
        yield 9
    except GeneratorExit:
        print("outer leaves")
        raise


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def started(generator):
    next(generator)
    return generator


attempt(lambda: started(outer(answers)).close())
attempt(lambda: started(outer(answers)).throw(GeneratorExit))
attempt(lambda: started(outer(stubborn)).close())
attempt(lambda: started(outer(stubborn)).throw(GeneratorExit("given")))


def deep(n):
    yield from deep(n - 1) if n else answers()


attempt(lambda: started(deep(3)).close())


async def inner_coroutine():
    try:
        await Forever()
    finally:
        print("awaited part leaves")


class Forever:
    def __await__(self):
        yield


async def outer_coroutine():
    try:
        await inner_coroutine()
    finally:
        print("awaiting part leaves")


coroutine = outer_coroutine()
coroutine.send(None)
attempt(coroutine.close)


def catching():
    try:
        yield 1
    except Exception as error:
        yield repr(error)


for arguments in [(), (5,), (int,), ("text",), (ValueError(1), None, None, None)]:
    attempt(lambda: started(catching()).throw(*arguments))


def items():
    yield from [1, 2]


attempt(lambda: started(items()).send(5))
