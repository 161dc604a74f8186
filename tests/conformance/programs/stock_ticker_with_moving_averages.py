# A price feed as an async generator, several strategies that consume the same stream through a fan-out.
import asyncio
import random
import statistics
from collections import deque


async def prices(symbol, seed, ticks, every):
    rng = random.Random(f"{symbol}-{seed}")
    price = 100.0
    for _ in range(ticks):
        await asyncio.sleep(every)
        price *= 1 + rng.gauss(0, 0.02)
        yield symbol, round(price, 2)


class FanOut:
    def __init__(self, source):
        self.source, self.queues = source, []

    def listen(self):
        q = asyncio.Queue()
        self.queues.append(q)

        async def stream():
            while (item := await q.get()) is not None:
                yield item

        return stream()

    async def pump(self):
        async for item in self.source:
            for q in self.queues:
                q.put_nowait(item)
        for q in self.queues:
            q.put_nowait(None)


async def moving_average(stream, n):
    window = deque(maxlen=n)
    signals = []
    async for symbol, price in stream:
        if len(window) == n:
            mean = statistics.fmean(window)
            if price > mean * 1.02:
                signals.append(f"BUY@{price}")
            elif price < mean * 0.98:
                signals.append(f"SELL@{price}")
        window.append(price)
    return f"average of {n}", signals


async def extremes(stream):
    low, high = float("inf"), float("-inf")
    async for _, price in stream:
        if price < low or price > high:
            low, high = min(low, price), max(high, price)
    return "range", [low, high, f"{(high - low) / low:.1%}"]


async def main():
    feed = FanOut(prices("ACME", 1, ticks=30, every=0.5))
    strategies = [moving_average(feed.listen(), 3), moving_average(feed.listen(), 8), extremes(feed.listen())]
    *results, _ = await asyncio.gather(*strategies, feed.pump())
    for name, values in results:
        print(f"{name:<14}{values}")
    print(asyncio.get_running_loop().time())


asyncio.run(main())
