# Lazy initialisation needs a second check after the lock is taken.
import asyncio

connections = 0


class Pool:
    def __init__(self):
        self.conn = None
        self.lock = asyncio.Lock()

    async def _open(self):
        global connections
        await asyncio.sleep(0.2)
        connections += 1
        return f"connection {connections}"

    async def unchecked(self):
        if self.conn is None:
            self.conn = await self._open()
        return self.conn

    async def checked_once(self):
        if self.conn is None:
            async with self.lock:
                self.conn = await self._open()
        return self.conn

    async def checked_twice(self):
        if self.conn is None:
            async with self.lock:
                if self.conn is None:
                    self.conn = await self._open()
        return self.conn


async def main():
    global connections
    for method in ("unchecked", "checked_once", "checked_twice"):
        connections = 0
        pool = Pool()
        got = await asyncio.gather(*(getattr(pool, method)() for _ in range(3)))
        print(f"{method}: {connections} opened, seen {got}")


asyncio.run(main())
