# After time.sleep first the ready callbacks run, then all overdue timers in one pass.
import asyncio
import time


async def ticker(name, period):
    loop = asyncio.get_running_loop()
    for _ in range(3):
        await asyncio.sleep(period)
        print(f"{loop.time():.1f} {name}")


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(ticker("slow", 0.7)), asyncio.create_task(ticker("fast", 0.3))]
    loop.call_later(0.5, print, "timer 0.5")
    loop.call_later(0.2, print, "timer 0.2")
    await asyncio.sleep(0)
    loop.call_soon(print, "ready callback")
    print("block", loop.time())
    time.sleep(1)
    print("blocked until", loop.time())
    await asyncio.gather(*tasks)


asyncio.run(main())
