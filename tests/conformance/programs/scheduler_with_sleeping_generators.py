# A mini event loop with a heap of timers: generators yield how long they want to sleep.
import heapq
import itertools


class Loop:
    def __init__(self):
        self.now = 0.0
        self.timers = []
        self.order = itertools.count()

    def call_later(self, delay, callback, *args):
        heapq.heappush(self.timers, (self.now + delay, next(self.order), callback, args))

    def create_task(self, coro):
        return Task(self, coro)

    def run(self):
        while self.timers:
            self.now, _, callback, args = heapq.heappop(self.timers)
            callback(*args)


class Task:
    def __init__(self, loop, coro):
        self.loop, self.coro = loop, coro
        self.result, self.done, self.waiters = None, False, []
        loop.call_later(0, self.step, None)

    def step(self, value):
        try:
            request = self.coro.send(value)
        except StopIteration as e:
            self.result, self.done = e.value, True
            for waiter in self.waiters:
                self.loop.call_later(0, waiter.step, self.result)
            return
        if isinstance(request, Task):
            if request.done:
                self.loop.call_later(0, self.step, request.result)
            else:
                request.waiters.append(self)
        else:
            self.loop.call_later(request, self.step, None)


def worker(loop, name, delay, n):
    for i in range(n):
        print(f"{loop.now:4.1f} {name} {i}")
        yield delay
    return name.upper()


def main(loop):
    a = loop.create_task(worker(loop, "a", 1.0, 3))
    b = loop.create_task(worker(loop, "b", 0.7, 4))
    print("waiting for a")
    print("got", (yield a))
    print("got", (yield b), "at", loop.now)
    yield 0.5
    c = yield loop.create_task(worker(loop, "c", 0, 2))
    print("got", c, "at", round(loop.now, 3))


loop = Loop()
loop.create_task(main(loop))
loop.run()
