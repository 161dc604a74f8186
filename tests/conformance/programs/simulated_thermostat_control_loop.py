# A control loop with hysteresis: room physics, sensor noise, heater commands, all on the loop's clock.
import asyncio
import math
import random


class Room:
    def __init__(self, temperature, outside):
        self.temperature, self.outside, self.heating = temperature, outside, False

    async def physics(self, dt=60):
        while True:
            await asyncio.sleep(dt)
            loss = (self.temperature - self.outside()) * 0.004
            gain = 0.15 if self.heating else 0.0
            self.temperature += gain - loss


class Sensor:
    def __init__(self, room, rng):
        self.room, self.rng = room, rng

    async def read(self):
        await asyncio.sleep(0.25)
        return self.room.temperature + self.rng.uniform(-0.05, 0.05)


def outside_temperature(loop):
    return lambda: 5 + 5 * math.sin(loop.time() / 86400 * 2 * math.pi)


async def controller(room, sensor, target, band=0.5):
    loop = asyncio.get_running_loop()
    switches = 0
    while True:
        reading = await sensor.read()
        wanted = room.heating
        if reading < target - band:
            wanted = True
        elif reading > target + band:
            wanted = False
        if wanted != room.heating:
            room.heating = wanted
            switches += 1
            hours, rest = divmod(loop.time(), 3600)
            print(f"{int(hours):02}:{rest / 60:04.1f} {reading:5.2f}° heater {'on' if wanted else 'off'} (switch {switches})")
        await asyncio.sleep(300 - 0.25)


async def main():
    loop = asyncio.get_running_loop()
    room = Room(17.0, outside_temperature(loop))
    tasks = [asyncio.create_task(room.physics()), asyncio.create_task(controller(room, Sensor(room, random.Random(3)), 20.0))]
    for _ in range(4):
        await asyncio.sleep(3600)
        bar = "=" * round((room.temperature - 15) * 8)
        print(f"hour {loop.time() / 3600:.0f} {room.temperature:6.3f}° {bar}")
    for t in tasks:
        t.cancel()


asyncio.run(main())
