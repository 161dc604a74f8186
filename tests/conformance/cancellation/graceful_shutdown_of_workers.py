# Ask politely with an event, wait a little, then cancel who is left.
import asyncio


class Worker:
    def __init__(self, name, period, deaf=False):
        self.name, self.period, self.deaf = name, period, deaf
        self.done = 0

    async def run(self, stop):
        try:
            while self.deaf or not stop.is_set():
                await asyncio.sleep(self.period)
                self.done += 1
        except asyncio.CancelledError:
            print(f"{asyncio.get_running_loop().time():.2f} {self.name} was cancelled")
            raise
        print(f"{asyncio.get_running_loop().time():.2f} {self.name} stopped by itself")
        return self.done


async def main():
    stop = asyncio.Event()
    workers = [Worker("quick", 0.3), Worker("slow", 1.1), Worker("deaf", 0.4, deaf=True)]
    tasks = [asyncio.create_task(w.run(stop), name=w.name) for w in workers]
    await asyncio.sleep(2)
    print("please stop")
    stop.set()
    done, pending = await asyncio.wait(tasks, timeout=1)
    print("stopped:", sorted(t.get_name() for t in done))
    for task in pending:
        task.cancel("deadline")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    for worker, result in zip(workers, results):
        print(f"{worker.name:>5}: {result!r} ({worker.done} rounds)")


asyncio.run(main())
