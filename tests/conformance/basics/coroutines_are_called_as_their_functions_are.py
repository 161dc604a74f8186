# Coroutines and generators are called as their functions are: decorators rename them.

import asyncio
import functools


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)

    return wrapper


def tagged(function):
    async def wrapper(*args):
        return await function(*args)

    wrapper.__name__ = f"tagged_{function.__name__}"
    return wrapper


@logged
async def fetch(n):
    await asyncio.sleep(n)
    return n


@tagged
async def load(n):
    await asyncio.sleep(n)


def numbers():
    yield 1


numbers.__qualname__ = "Numbers.all"


class Agen:
    @functools.wraps(numbers)
    async def __call__(self):
        yield 2


async def main():
    print(fetch.__name__, fetch.__qualname__, fetch.__code__.co_name)
    coroutine = fetch(0.1)
    print(coroutine.__name__, coroutine.__qualname__, coroutine.cr_code.co_name)
    task = asyncio.create_task(coroutine)
    other = asyncio.create_task(load(0.2), name="other")
    await asyncio.sleep(0)
    print(str(task).split(" running")[0], str(other).split(" running")[0])
    await asyncio.gather(task, other)
    print(numbers().__name__, numbers().__qualname__, repr(numbers()).split(" at ")[0])
    print(Agen()().__qualname__, repr(x for x in []).split(" at ")[0])
    fetch(1)


asyncio.run(main())
