# At most N calls in any window of T seconds, kept in a deque of time stamps.
import asyncio
from collections import deque
from functools import wraps


class SlidingWindow:
    def __init__(self, calls, period):
        self.calls, self.period = calls, period
        self.stamps = deque()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self.stamps and now - self.stamps[0] >= self.period:
                self.stamps.popleft()
            if len(self.stamps) < self.calls:
                break
            await asyncio.sleep(self.period - (now - self.stamps[0]))
        self.stamps.append(loop.time())

    async def __aexit__(self, *exc):
        return False


def limited(calls, period):
    window = SlidingWindow(calls, period)

    def decorate(func):
        @wraps(func)
        async def wrapper(*args, **kwargs):
            async with window:
                return await func(*args, **kwargs)

        return wrapper

    return decorate


@limited(calls=3, period=1.0)
async def query(n: int) -> str:
    """Asks the server."""
    print(f"{asyncio.get_running_loop().time():.2f} query {n}")
    await asyncio.sleep(0.25)
    return f"answer {n}"


async def main():
    answers = await asyncio.gather(*(query(n) for n in range(8)))
    print(answers[0], "...", answers[-1], query.__name__, query.__doc__)
    await asyncio.sleep(0.4)
    for n in range(100, 103):
        await query(n)


asyncio.run(main())
