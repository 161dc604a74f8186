# A class whose blocking methods get async twins; a lock keeps the connection for one at a time.
import asyncio
import time


class BlockingConnection:
    def __init__(self, host):
        time.sleep(0.3)
        self.host = host
        self.busy = False

    def send(self, text):
        if self.busy:
            raise RuntimeError("connection is busy")
        self.busy = True
        time.sleep(len(text) / 100)
        self.busy = False
        return f"{self.host} answers {text[::-1]}"


class AsyncConnection:
    def __init__(self, blocking):
        self._blocking = blocking
        self._lock = asyncio.Lock()

    @classmethod
    async def open(cls, host):
        return cls(await asyncio.to_thread(BlockingConnection, host))

    async def send(self, text):
        async with self._lock:
            return await asyncio.to_thread(self._blocking.send, text)

    async def send_unsafely(self, text):
        return await asyncio.to_thread(self._blocking.send, text)


async def main():
    loop = asyncio.get_running_loop()
    connection = await AsyncConnection.open("db")
    texts = ["select", "insert", "update"]
    print(await asyncio.gather(*map(connection.send, texts)), f"{loop.time():.2f}")
    results = await asyncio.gather(*map(connection.send_unsafely, texts), return_exceptions=True)
    answered = [r for r in results if isinstance(r, str)]
    print(len(answered), [str(r) for r in results if r not in answered], f"{loop.time():.2f}")


asyncio.run(main())
