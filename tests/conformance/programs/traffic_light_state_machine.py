# A state machine of async methods: each state returns the next; a button shortens the green phase.
import asyncio
import time


class TrafficLight:
    def __init__(self):
        self.button = asyncio.Event()
        self.log = []

    def show(self, colour):
        self.log.append((round(time.monotonic() - T0, 1), colour))
        print(f"{self.log[-1][0]:5.1f} {colour}")

    async def green(self):
        self.show("GREEN")
        try:
            async with asyncio.timeout(10):
                await self.button.wait()
            print("      button seen, two more seconds")
            await asyncio.sleep(2)
        except TimeoutError:
            pass
        return self.yellow

    async def yellow(self):
        self.show("YELLOW")
        await asyncio.sleep(1)
        return self.red

    async def red(self):
        self.show("RED")
        self.button.clear()
        await asyncio.sleep(4)
        return self.red_yellow

    async def red_yellow(self):
        self.show("RED+YELLOW")
        await asyncio.sleep(1)
        return self.green if len(self.log) < 10 else None

    async def run(self):
        state = self.green
        while state:
            state = await state()


async def pedestrians(light):
    for pause in (3, 1, 20, 6):
        await asyncio.sleep(pause)
        print(f"{time.monotonic() - T0:5.1f} (button)")
        light.button.set()


async def main():
    light = TrafficLight()
    walking = asyncio.create_task(pedestrians(light))
    await light.run()
    print("still walking:", not walking.done())
    await walking


T0 = time.monotonic()
asyncio.run(main())
