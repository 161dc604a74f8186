# An event loop for real coroutines: awaitable Event objects through __await__, and types.coroutine.
import heapq
import types
from collections import deque


@types.coroutine
def switch(request):
    return (yield request)


@types.coroutine
def sleep(seconds):
    return (yield ("sleep", seconds))


class Event:
    def __init__(self):
        self.value, self.is_set, self.waiting = None, False, []

    def __await__(self):
        if not self.is_set:
            yield ("wait", self)
        return self.value


class Kernel:
    def __init__(self):
        self.time, self.seq = 0, 0
        self.ready, self.sleeping = deque(), []

    def spawn(self, coro):
        done = Event()
        self.ready.append((coro, done, None))
        return done

    def trigger(self, event, value=None):
        event.value, event.is_set = value, True
        for coro, done in event.waiting:
            self.ready.append((coro, done, None))
        event.waiting.clear()

    def run(self, main):
        self.spawn(main)
        while self.ready or self.sleeping:
            while not self.ready:
                self.time, _, coro, done = heapq.heappop(self.sleeping)
                self.ready.append((coro, done, self.time))
            coro, done, value = self.ready.popleft()
            try:
                what, arg = coro.send(value)
            except StopIteration as stop:
                self.trigger(done, stop.value)
            else:
                if what == "sleep":
                    self.seq += 1
                    heapq.heappush(self.sleeping, (self.time + arg, self.seq, coro, done))
                elif what == "wait":
                    arg.waiting.append((coro, done))
                elif what == "yield":
                    self.ready.append((coro, done, arg))


kernel = Kernel()


async def child(name, seconds):
    woke = await sleep(seconds)
    echo = await switch(("yield", f"{name} echoed"))
    print(f"{kernel.time}: {name} woke at {woke}, {echo}")
    return name * 2


async def main():
    events = [kernel.spawn(child(n, s)) for n, s in (("x", 3), ("y", 1), ("z", 3))]
    print([await e for e in events], kernel.time)
    print(await child("direct", 2))


kernel.run(main())
