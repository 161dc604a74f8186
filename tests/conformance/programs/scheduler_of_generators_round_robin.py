# A scheduler from scratch: tasks are generators in a deque, each yield gives way to the next.
from collections import deque


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.switches = 0

    def spawn(self, gen, name=None):
        self.ready.append((name or gen.__name__, gen))

    def run(self):
        while self.ready:
            name, gen = self.ready.popleft()
            try:
                request = gen.send(None)
            except StopIteration as stop:
                print(f"[{name} finished, returned {stop.value!r}]")
            except Exception as exc:
                print(f"[{name} died: {type(exc).__name__}: {exc}]")
            else:
                self.switches += 1
                if callable(request):
                    self.spawn(request(), f"{name}.child")
                self.ready.append((name, gen))


def countdown(n):
    while n > 0:
        print("countdown", n)
        yield
        n -= 1
    return "liftoff"


def count_up(limit):
    for i in range(limit):
        print("      count_up", i)
        yield
    raise RuntimeError("count_up fell over")


def parent():
    print("           parent spawns")
    yield lambda: countdown(1)
    print("           parent goes on")
    result = yield from helper()
    return f"parent and {result}"


def helper():
    for _ in range(2):
        yield
    return "helper"


scheduler = Scheduler()
scheduler.spawn(countdown(3))
scheduler.spawn(count_up(2))
scheduler.spawn(parent(), "mum")
scheduler.run()
print(scheduler.switches, "switches")
