# A worker ticks until an event is set: wait_for on event.wait() is an interruptible sleep.
import asyncio


async def ticker(stop: asyncio.Event, every: float):
    loop = asyncio.get_running_loop()
    ticks = 0
    while not stop.is_set():
        ticks += 1
        print(f"[{loop.time():.1f}] tick {ticks}")
        try:
            await asyncio.wait_for(stop.wait(), timeout=every)
        except asyncio.TimeoutError:
            continue
    print(f"[{loop.time():.1f}] stopped")
    return ticks


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.call_later(2.5, stop.set)
    print("ticks:", await ticker(stop, 1.0))
    print("alias:", asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
