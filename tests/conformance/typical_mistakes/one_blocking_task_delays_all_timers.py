# One task sleeps with time.sleep: the others' timers ring late, then all at once.
import asyncio
import time


async def metronome(name, period, beats):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for beat in range(1, beats + 1):
        await asyncio.sleep(start + beat * period - loop.time())
        late = loop.time() - (start + beat * period)
        print(f"{loop.time():.2f} {name} {beat}" + (f" late by {late:.2f}" if late > 1e-6 else ""))


async def saboteur():
    await asyncio.sleep(0.7)
    print("0.70 saboteur blocks")
    time.sleep(1)
    print("1.70 saboteur is done")


async def main():
    await asyncio.gather(metronome("half", 0.5, 5), metronome("quarter", 0.25, 10), saboteur())


asyncio.run(main())
