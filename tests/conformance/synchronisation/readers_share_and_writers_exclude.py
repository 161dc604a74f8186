# A read-write lock out of a condition: readers together, writers alone and first.
import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    def __init__(self):
        self._cond = asyncio.Condition()
        self._readers = 0
        self._writing = False
        self._writers_waiting = 0

    @asynccontextmanager
    async def reading(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writing and not self._writers_waiting)
            self._readers += 1
        try:
            yield self._readers
        finally:
            async with self._cond:
                self._readers -= 1
                self._cond.notify_all()

    @asynccontextmanager
    async def writing(self):
        async with self._cond:
            self._writers_waiting += 1
            await self._cond.wait_for(lambda: not self._writing and self._readers == 0)
            self._writers_waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            async with self._cond:
                self._writing = False
                self._cond.notify_all()


async def reader(rw, n, at):
    await asyncio.sleep(at)
    async with rw.reading() as together:
        print(f"{asyncio.get_running_loop().time():.1f} reader {n}, {together} reading")
        await asyncio.sleep(1)


async def writer(rw, n, at):
    await asyncio.sleep(at)
    async with rw.writing():
        print(f"{asyncio.get_running_loop().time():.1f} writer {n} alone")
        await asyncio.sleep(1)


async def main():
    rw = ReadWriteLock()
    await asyncio.gather(
        reader(rw, 1, 0), reader(rw, 2, 0.5), writer(rw, 1, 0.6), reader(rw, 3, 0.7), writer(rw, 2, 2)
    )


asyncio.run(main())
