# A pausable stopwatch and a countdown share an event that stands for "running".
import asyncio


class Countdown:
    def __init__(self, seconds):
        self.left = seconds
        self.running = asyncio.Event()
        self.running.set()
        self.finished = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._run())

    async def _run(self):
        while self.left > 0:
            await self.running.wait()
            await asyncio.sleep(1)
            if self.running.is_set():
                self.left -= 1
                minutes, seconds = divmod(self.left, 60)
                print(f"\r{minutes:02d}:{seconds:02d}", end="")
        print()
        self.finished.set_result("BEEP")

    def pause(self):
        self.running.clear()

    def resume(self):
        self.running.set()

    def __await__(self):
        return self.finished.__await__()


class Stopwatch:
    def __init__(self):
        self._loop = asyncio.get_running_loop()
        self._start, self._total, self.laps = None, 0.0, []

    def __enter__(self):
        self._start = self._loop.time()
        return self

    def lap(self):
        self.laps.append(round(self._loop.time() - self._start, 2))

    def __exit__(self, *exc):
        self._total += self._loop.time() - self._start

    def __str__(self):
        return f"{self._total:.2f}s, laps {self.laps}"


async def user(countdown, watch):
    await asyncio.sleep(2.5)
    countdown.pause()
    watch.lap()
    print(" (paused)")
    await asyncio.sleep(10)
    countdown.resume()
    watch.lap()
    print("(resumed)")


async def main():
    countdown = Countdown(63)
    with Stopwatch() as watch:
        clicking = asyncio.create_task(user(countdown, watch))
        await clicking
        countdown.left = 3
        print(await countdown, countdown.left)
    print(watch)


asyncio.run(main())
