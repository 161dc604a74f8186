# Twelve sleepers wake at the same instant: first set, first served.
import asyncio
import random


async def sleeper(number, delay):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.2f} sleeper {number}")


async def main():
    random.seed(3)
    delays = [random.choice([0.5, 1.0, 1.5]) for _ in range(12)]
    print(delays)
    await asyncio.gather(*(sleeper(i, d) for i, d in enumerate(delays)))
    # The same deadline, set at different times and by different ways.
    loop = asyncio.get_running_loop()
    at = loop.time() + 3
    loop.call_at(at, print, "call_at, set first")
    await asyncio.sleep(1)
    loop.call_later(2, print, "call_later, set second")
    await asyncio.sleep(1)
    loop.call_at(at, print, "call_at, set third")
    await asyncio.sleep(1)
    print("sleep, set last, at", loop.time())


asyncio.run(main())
