# The virtual clock jumps: a week of sleeping, with a daily report.
import asyncio
import datetime


async def daily_report():
    day = 0
    while True:
        await asyncio.sleep(24 * 3600)
        day += 1
        now = datetime.datetime.now()
        print(f"day {day}: {now:%a %d %b %Y %H:%M} loop time {asyncio.get_running_loop().time()}")


async def main():
    start = datetime.datetime.now()
    report = asyncio.create_task(daily_report())
    await asyncio.sleep(7 * 24 * 3600 + 0.5)
    report.cancel()
    elapsed = datetime.datetime.now() - start
    print(elapsed, elapsed.days, elapsed.total_seconds())
    await asyncio.sleep(100_000)
    print(datetime.datetime.now())


asyncio.run(main())
