# time.time, monotonic, perf_counter, datetime and the loop's time are one clock.
import asyncio
import time
from datetime import datetime, timedelta


def clocks():
    return f"{time.time():.3f} {time.monotonic():.3f} {time.perf_counter():.3f}"


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0, 0.25, 1.5):
        await asyncio.sleep(delay)
        print(f"after sleep({delay}):", clocks(), f"{loop.time():.3f}")
    time.sleep(2)
    print("after time.sleep(2):", clocks(), f"{loop.time():.3f}")
    print(time.time_ns(), time.perf_counter_ns(), time.monotonic_ns(), time.process_time())
    print(time.ctime(), time.strftime("%Y-%m-%d %H:%M:%S"))
    print(datetime.now(), datetime.now() + timedelta(hours=1.5))
    print(time.localtime().tm_year, time.gmtime().tm_sec, time.localtime()[:3])


start = time.time()
asyncio.run(main())
print(f"elapsed {time.time() - start:.2f}", datetime.now().isoformat())
