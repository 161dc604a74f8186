# A supervisor restarts children that crash, with a limit per window, then gives up on them.
import asyncio
from collections import deque


class GaveUp(Exception):
    pass


class Supervisor:
    def __init__(self, max_restarts=2, window=10.0):
        self.max_restarts, self.window = max_restarts, window
        self.children = {}

    def log(self, text):
        print(f"{asyncio.get_running_loop().time():6.2f} {text}")

    async def watch(self, name, factory):
        crashes = deque()
        while True:
            try:
                result = await factory()
            except Exception as e:
                now = asyncio.get_running_loop().time()
                crashes.append(now)
                while crashes and now - crashes[0] > self.window:
                    crashes.popleft()
                self.log(f"{name} crashed: {type(e).__name__}: {e} ({len(crashes)} recently)")
                if len(crashes) > self.max_restarts:
                    raise GaveUp(name) from e
                await asyncio.sleep(0.5 * len(crashes))
            else:
                self.log(f"{name} finished with {result!r}")
                return result

    async def run(self, **factories):
        tasks = [asyncio.create_task(self.watch(n, f), name=n) for n, f in factories.items()]
        done, pending = await asyncio.wait(tasks)
        for t in tasks:
            outcome = t.exception() or t.result()
            self.children[t.get_name()] = outcome
        return self.children


attempts = {"flaky": 0, "doomed": 0}


async def steady():
    await asyncio.sleep(3)
    return "steady result"


async def flaky():
    attempts["flaky"] += 1
    await asyncio.sleep(1)
    if attempts["flaky"] < 3:
        raise ConnectionError(f"attempt {attempts['flaky']}")
    return attempts["flaky"]


async def doomed():
    attempts["doomed"] += 1
    return [][attempts["doomed"]]


supervisor = Supervisor()
results = asyncio.run(supervisor.run(steady=steady, flaky=flaky, doomed=doomed))
for name, outcome in results.items():
    print(f"{name}: {outcome!r}", f"caused by {outcome.__cause__!r}" if isinstance(outcome, Exception) else "")
print(attempts)
