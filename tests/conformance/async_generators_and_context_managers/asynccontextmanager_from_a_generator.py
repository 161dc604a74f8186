# The decorator makes an async context manager out of a generator with one yield.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction(db):
    backup = dict(db)
    await asyncio.sleep(0.1)
    try:
        yield db
    except KeyError as e:
        db.clear()
        db.update(backup)
        print("rolled back because of", repr(e))
    else:
        print("committed")
    finally:
        print("finally, at", round(asyncio.get_running_loop().time(), 1))


@asynccontextmanager
async def broken(times):
    for _ in range(times):
        yield


@transaction({"used": "as a decorator"})
async def decorated():
    print("in the decorated coroutine")
    return 5


async def main():
    db = {"a": 1}
    async with transaction(db) as d:
        d["b"] = 2
    async with transaction(db) as d:
        d["c"] = 3
        d["missing"]
    print(db)
    try:
        async with transaction(db):
            raise TypeError("not handled by the manager")
    except TypeError as e:
        print(e)
    for times in (0, 2):
        try:
            async with broken(times):
                pass
        except RuntimeError as e:
            print("RuntimeError:", e)
    print(await decorated(), decorated.__name__)


asyncio.run(main())
