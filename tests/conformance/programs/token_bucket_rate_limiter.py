# A token bucket: bursts up to its capacity, then a steady rate, driven by the loop's clock.
import asyncio


class TokenBucket:
    def __init__(self, rate: float, capacity: int):
        self.rate, self.capacity = rate, capacity
        self.tokens = float(capacity)
        self.updated = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    def _refill(self):
        now = asyncio.get_running_loop().time()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def acquire(self, n: int = 1) -> float:
        waited = 0.0
        async with self.lock:
            self._refill()
            if self.tokens < n:
                waited = (n - self.tokens) / self.rate
                await asyncio.sleep(waited)
                self._refill()
            self.tokens -= n
        return waited


async def client(name, bucket, requests, pause):
    loop = asyncio.get_running_loop()
    for i in range(requests):
        waited = await bucket.acquire()
        print(f"{loop.time():5.2f} {name}{i} waited {waited:.2f}")
        await asyncio.sleep(pause)


async def main():
    bucket = TokenBucket(rate=4, capacity=3)
    await asyncio.gather(client("a", bucket, 5, 0), client("b", bucket, 3, 0.5))
    await asyncio.sleep(2)
    print("after a rest the bucket is full again")
    await client("c", bucket, 5, 0)


asyncio.run(main())
