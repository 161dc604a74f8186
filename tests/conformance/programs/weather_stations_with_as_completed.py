# Many stations answer at different speeds; results are shown as they come, the rest is cancelled.
import asyncio
import random
from typing import NamedTuple


class Reading(NamedTuple):
    station: str
    celsius: float
    latency: float


class StationDown(Exception):
    pass


async def query(station: str, rng: random.Random) -> Reading:
    latency = rng.uniform(0.1, 3.0)
    celsius = round(rng.gauss(12, 4), 1)
    await asyncio.sleep(latency)
    if celsius < 8:
        raise StationDown(station)
    return Reading(station, celsius, latency)


async def first_n(n: int, stations: list[str], seed: int) -> list[Reading]:
    rng = random.Random(seed)
    tasks = [asyncio.create_task(query(s, rng), name=s) for s in stations]
    readings = []
    for earliest in asyncio.as_completed(tasks, timeout=2.5):
        try:
            reading = await earliest
        except StationDown as e:
            print(f"  {e} is down")
        except TimeoutError:
            print("  time is up")
            break
        else:
            print(f"  {reading.station:<7}{reading.celsius:>6}° after {reading.latency:.2f}s")
            readings.append(reading)
        if len(readings) == n:
            break
    for t in tasks:
        if not t.done():
            t.cancel()
            print(f"  not waiting for {t.get_name()}")
    await asyncio.gather(*tasks, return_exceptions=True)
    return readings


async def main() -> None:
    stations = "Aachen Bremen Celle Dresden Essen Fulda".split()
    for n, seed in ((3, 1), (6, 5)):
        print(f"the first {n}")
        readings = await first_n(n, stations, seed)
        mean = sum(r.celsius for r in readings) / len(readings)
        print(f"{len(readings)} readings, mean {mean:.2f}°, warmest {max(readings, key=lambda r: r.celsius).station}")

    async def slow(n):
        await asyncio.sleep(n)
        return n

    tasks = {asyncio.create_task(slow(n)): f"slow-{n}" for n in (3, 1, 2)}
    async for task in asyncio.as_completed(tasks):
        print(tasks[task], await task)


asyncio.run(main())
