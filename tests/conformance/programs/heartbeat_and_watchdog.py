# A service sends heartbeats; a watchdog restarts it when they stay away.
import asyncio


class Watchdog:
    def __init__(self, limit, on_silence):
        self.limit, self.on_silence = limit, on_silence
        self._handle = None

    def feed(self):
        if self._handle is not None:
            self._handle.cancel()
        loop = asyncio.get_running_loop()
        self._handle = loop.call_later(self.limit, self._bark)

    def _bark(self):
        self._handle = None
        self.on_silence()

    def stop(self):
        if self._handle:
            self._handle.cancel()


async def service(generation, dog):
    loop = asyncio.get_running_loop()
    beat = 0
    while True:
        beat += 1
        dog.feed()
        print(f"{loop.time():5.1f} service {generation} beat {beat}")
        if generation < 3 and beat == 2 + generation:
            print(f"{loop.time():5.1f} service {generation} hangs")
            await asyncio.sleep(1000)
        await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    current = None

    def restart():
        print(f"{loop.time():5.1f} watchdog: silence, cancelling service")
        current.cancel()

    dog = Watchdog(2.5, restart)
    for generation in range(1, 4):
        current = asyncio.create_task(service(generation, dog))
        try:
            await asyncio.wait_for(asyncio.shield(current), 20 if generation < 3 else 5.5)
        except asyncio.CancelledError:
            print(f"{loop.time():5.1f} service {generation} was cancelled: {current.cancelled()}")
        except TimeoutError:
            print(f"{loop.time():5.1f} enough of service {generation}")
            dog.stop()
            current.cancel()
            await asyncio.gather(current, return_exceptions=True)


asyncio.run(main())
