# Any object with __await__ can be awaited; __await__ must return an iterator.
import asyncio


class Sleep:
    def __init__(self, seconds, result):
        self.seconds, self.result = seconds, result

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.result


class Lazy:
    """Connects on the first await only."""

    def __init__(self):
        self.value = None

    async def _connect(self):
        print("connecting")
        await asyncio.sleep(0.5)
        self.value = "connected"
        return self

    def __await__(self):
        return self._connect().__await__()


class Wrong:
    def __await__(self):
        return [1, 2]


async def main():
    print(await Sleep(1, "rested"))
    print(await asyncio.gather(Sleep(1, 1), Sleep(2, 2)))
    lazy = await Lazy()
    print(lazy.value, asyncio.get_running_loop().time())
    try:
        await Wrong()
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait_for(Sleep(5, "late"), 1)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
