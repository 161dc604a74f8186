# `with` on an async manager and `async with` on a plain one give telling messages.
import asyncio
from contextlib import contextmanager, nullcontext


class OnlyAsync:
    async def __aenter__(self):
        return "async"

    async def __aexit__(self, *exc):
        return None


@contextmanager
def only_sync():
    yield "sync"


async def main():
    try:
        with OnlyAsync() as x:
            print(x)
    except TypeError as e:
        print(e)
    try:
        async with only_sync() as x:
            print(x)
    except TypeError as e:
        print(e)
    async with OnlyAsync() as x:
        print(x)
    async with nullcontext("null") as x:
        print(x)
    with nullcontext(3) as x:
        print(x)
    try:
        await 5
    except TypeError as e:
        print(e)


asyncio.run(main())
