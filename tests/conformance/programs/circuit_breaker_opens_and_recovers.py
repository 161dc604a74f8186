# A circuit breaker: closed, open after failures, half-open after a pause.
import asyncio
from enum import Enum, auto


class State(Enum):
    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, threshold, recovery):
        self.threshold, self.recovery = threshold, recovery
        self.state, self.failures, self.opened_at = State.CLOSED, 0, None

    def _change(self, state):
        if state is not self.state:
            now = asyncio.get_running_loop().time()
            print(f"{now:5.1f}   {self.state.name} -> {state.name}")
            self.state = state

    async def call(self, func, *args):
        loop = asyncio.get_running_loop()
        if self.state is State.OPEN:
            if loop.time() - self.opened_at < self.recovery:
                raise CircuitOpen(f"retry in {self.recovery - (loop.time() - self.opened_at):.1f}s")
            self._change(State.HALF_OPEN)
        try:
            result = await func(*args)
        except Exception:
            self.failures += 1
            if self.state is State.HALF_OPEN or self.failures >= self.threshold:
                self.opened_at = loop.time()
                self._change(State.OPEN)
            raise
        self.failures = 0
        self._change(State.CLOSED)
        return result


async def backend(n):
    await asyncio.sleep(0.1)
    now = asyncio.get_running_loop().time()
    if 2 <= now < 8:
        raise ConnectionError("backend is down")
    return f"reply {n}"


async def main():
    breaker = Breaker(threshold=3, recovery=2.5)
    outcome = {"ok": 0, "down": 0, "refused": 0}
    for n in range(14):
        try:
            await breaker.call(backend, n)
            outcome["ok"] += 1
        except ConnectionError:
            outcome["down"] += 1
        except CircuitOpen as e:
            outcome["refused"] += 1
            print(f"{asyncio.get_running_loop().time():5.1f}   request {n} refused, {e}")
        await asyncio.sleep(0.9 if breaker.state is State.CLOSED else 0.7)
    print(outcome, breaker.state)


asyncio.run(main())
