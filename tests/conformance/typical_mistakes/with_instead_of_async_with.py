# Asynchronous context managers and iterators need async with and async for.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection():
    yield "connection"


async def numbers():
    yield 1


async def attempt(function):
    try:
        print(await function())
    except (TypeError, AttributeError) as error:
        print(f"{function.__name__}: {type(error).__name__}: {error}")


async def with_lock():
    with asyncio.Lock():
        return "locked"


async def with_connection():
    with connection() as c:
        return c


async def for_numbers():
    return [n for n in numbers()]


async def await_numbers():
    return await numbers()


async def async_with_file():
    async with open:
        return "file"


async def async_for_range():
    return [n async for n in range(3)]


async def main():
    for function in (with_lock, with_connection, for_numbers, await_numbers, async_with_file,
                     async_for_range):
        await attempt(function)


asyncio.run(main())
