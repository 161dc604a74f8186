# wait_for() sleeps until the predicate holds, however often it is notified before.
import asyncio


class Thermometer:
    def __init__(self):
        self.degrees = 17
        self.changed = asyncio.Condition()

    async def heat(self):
        while self.degrees < 22:
            await asyncio.sleep(1)
            async with self.changed:
                self.degrees += 1
                self.changed.notify_all()

    async def wait_until(self, limit):
        checks = 0

        def warm():
            nonlocal checks
            checks += 1
            return self.degrees >= limit

        async with self.changed:
            result = await self.changed.wait_for(warm)
        now = asyncio.get_running_loop().time()
        print(f"{limit} degrees at {now:.0f}s after {checks} checks -> {result}")


async def main():
    t = Thermometer()
    await asyncio.gather(t.heat(), *(t.wait_until(limit) for limit in (20, 22, 17, 18)))


asyncio.run(main())
