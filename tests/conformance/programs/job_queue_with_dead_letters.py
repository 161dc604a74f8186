# Jobs with retries: a visibility timeout, exponential delays, and a dead-letter list.
import asyncio
import heapq
import itertools
from dataclasses import dataclass, field


@dataclass
class Job:
    name: str
    payload: dict
    attempts: int = 0
    errors: list = field(default_factory=list)


class DelayQueue:
    def __init__(self):
        self._heap, self._count, self._wakeup = [], itertools.count(), asyncio.Event()

    def put(self, job, delay=0.0):
        due = asyncio.get_running_loop().time() + delay
        heapq.heappush(self._heap, (due, next(self._count), job))
        self._wakeup.set()

    async def get(self):
        loop = asyncio.get_running_loop()
        while True:
            if self._heap and self._heap[0][0] <= loop.time():
                return heapq.heappop(self._heap)[2]
            self._wakeup.clear()
            timeout = self._heap[0][0] - loop.time() if self._heap else None
            try:
                await asyncio.wait_for(self._wakeup.wait(), timeout)
            except TimeoutError:
                pass


async def run_job(job):
    match job.payload:
        case {"sleep": seconds}:
            await asyncio.sleep(seconds)
        case {"fail_until": n} if job.attempts < n:
            raise OSError(f"attempt {job.attempts}")
        case {"divide": (a, b)}:
            return a / b
    return "ok"


async def worker(name, queue, dead, results, limit=3):
    loop = asyncio.get_running_loop()
    while True:
        job = await queue.get()
        job.attempts += 1
        try:
            async with asyncio.timeout(2):
                results[job.name] = await run_job(job)
        except Exception as e:
            job.errors.append(type(e).__name__)
            if job.attempts >= limit:
                dead.append(job)
                print(f"{loop.time():4.1f} {name}: {job.name} is dead: {job.errors}")
            else:
                print(f"{loop.time():4.1f} {name}: {job.name} failed ({str(e) or 'timeout'}), again in {2**job.attempts}s")
                queue.put(job, 2**job.attempts)
        else:
            print(f"{loop.time():4.1f} {name}: {job.name} -> {results[job.name]}")


async def main():
    queue, dead, results = DelayQueue(), [], {}
    workers = [asyncio.create_task(worker(n, queue, dead, results)) for n in ("w1", "w2")]
    for name, payload in {"quick": {}, "slow": {"sleep": 1.5}, "hang": {"sleep": 50}, "flaky": {"fail_until": 3}, "bad": {"divide": (1, 0)}}.items():
        queue.put(Job(name, payload))
    queue.put(Job("later", {"divide": (9, 4)}), 5)
    await asyncio.sleep(20)
    print(sorted(results.items(), key=str), [j.name for j in dead])


asyncio.run(main())
