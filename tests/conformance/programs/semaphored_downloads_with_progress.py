# A download manager: at most three at a time, a progress bar printed as chunks arrive.
import asyncio
import random


class Progress:
    def __init__(self, total: int):
        self.total, self.done = total, 0
        self.last_shown = -1

    def advance(self, amount: int) -> None:
        self.done += amount
        tenth = self.done * 10 // self.total
        if tenth != self.last_shown:
            self.last_shown = tenth
            now = asyncio.get_running_loop().time()
            print(f"{now:6.2f}s [{'#' * tenth:<10}] {self.done / self.total:4.0%}")


async def download(name, size, bandwidth, gate, progress, rng):
    received = 0
    async with gate:
        while received < size:
            chunk = min(64, size - received)
            await asyncio.sleep(chunk / bandwidth * rng.choice((0.5, 1, 1.5)))
            received += chunk
            progress.advance(chunk)
    return name, received


async def main():
    rng = random.Random(12)
    files = {f"file{i}.iso": rng.randint(1, 8) * 100 for i in range(6)}
    print(files)
    progress = Progress(sum(files.values()))
    gate = asyncio.Semaphore(3)
    jobs = [download(name, size, 512, gate, progress, rng) for name, size in files.items()]
    finished = []
    for next_done in asyncio.as_completed(jobs):
        name, received = await next_done
        finished.append(name)
    print("in this order:", ", ".join(finished))
    assert progress.done == progress.total


if __name__ == "__main__":
    asyncio.run(main())
