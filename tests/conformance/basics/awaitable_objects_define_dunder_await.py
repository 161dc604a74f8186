# Any object with __await__ can be awaited; a bare yield in it gives way once.
import asyncio


class Turn:
    """Gives way `n` times."""

    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            print("turn", i)
            yield
        return self.n


class Delayed:
    def __init__(self, value, delay):
        self.value, self.delay = value, delay

    def __await__(self):
        yield from asyncio.sleep(self.delay).__await__()
        return self.value


class Ready:
    def __await__(self):
        return iter(())


async def main():
    asyncio.get_running_loop().call_soon(print, "callback")
    print("ready gives", await Ready())
    print("turn gives", await Turn(2))
    print("delayed gives", await Delayed("value", 1.5), asyncio.get_running_loop().time())
    print(await asyncio.gather(Delayed(1, 0.2), Delayed(2, 0.1), Turn(1)))


asyncio.run(main())
