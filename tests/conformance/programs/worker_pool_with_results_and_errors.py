# A pool class: submit jobs, get futures, bounded workers, statistics, orderly close.
import asyncio
import itertools
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, size):
        self.jobs = asyncio.Queue()
        self.workers = [asyncio.create_task(self._work(), name=f"pool-{i}") for i in range(size)]
        self.counts = dict.fromkeys((w.get_name() for w in self.workers), 0)

    def submit(self, func, *args):
        future = asyncio.get_running_loop().create_future()
        self.jobs.put_nowait((future, func, args))
        return future

    async def _work(self):
        me = asyncio.current_task().get_name()
        while True:
            future, func, args = await self.jobs.get()
            try:
                if future.cancelled():
                    continue
                self.counts[me] += 1
                result = await func(*args)
            except asyncio.CancelledError:
                future.cancel()
                raise
            except Exception as e:
                if not future.done():
                    future.set_exception(e)
            else:
                if not future.done():
                    future.set_result(result)
            finally:
                self.jobs.task_done()

    async def close(self):
        await self.jobs.join()
        for w in self.workers:
            w.cancel()
        await asyncio.gather(*self.workers, return_exceptions=True)


@asynccontextmanager
async def pool(size):
    p = Pool(size)
    try:
        yield p
    finally:
        await p.close()


async def slow_sqrt(x, seconds):
    await asyncio.sleep(seconds)
    if x < 0:
        raise ValueError(f"{x} is negative")
    return x**0.5


async def main():
    loop = asyncio.get_running_loop()
    async with pool(2) as p:
        durations = itertools.cycle((1, 2, 3))
        futures = {x: p.submit(slow_sqrt, x, next(durations)) for x in (16, -4, 2, 100, 0.25)}
        futures[100].cancel()
        for x, f in futures.items():
            try:
                print(f"{loop.time():.0f}s sqrt({x}) = {await f:.3f}")
            except ValueError as e:
                print(f"{loop.time():.0f}s sqrt({x}): {e}")
            except asyncio.CancelledError:
                print(f"{loop.time():.0f}s sqrt({x}) was cancelled")
    print(p.counts, [w.cancelled() for w in p.workers])


asyncio.run(main())
