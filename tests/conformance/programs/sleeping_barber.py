# The sleeping barber: a waiting room with few chairs, customers who leave when it is full.
import asyncio
from random import Random


class Shop:
    def __init__(self, chairs):
        self.chairs = asyncio.Queue(maxsize=chairs)
        self.served, self.lost, self.naps = [], [], 0

    async def barber(self):
        loop = asyncio.get_running_loop()
        while True:
            if self.chairs.empty():
                self.naps += 1
                print(f"{loop.time():4.1f} barber sleeps")
                customer, done, minutes = await self.chairs.get()
                print(f"{loop.time():4.1f} {customer} wakes the barber")
            else:
                customer, done, minutes = await self.chairs.get()
            await asyncio.sleep(minutes)
            done.set_result(loop.time())

    async def customer(self, name, arrives, minutes):
        loop = asyncio.get_running_loop()
        await asyncio.sleep(arrives)
        done = loop.create_future()
        try:
            self.chairs.put_nowait((name, done, minutes))
        except asyncio.QueueFull:
            self.lost.append(name)
            print(f"{loop.time():4.1f} {name} finds no chair and leaves")
            return
        finished = await done
        self.served.append(name)
        print(f"{finished:4.1f} {name} has short hair after {finished - arrives:.1f}")


async def main():
    rng = Random(17)
    shop = Shop(chairs=2)
    barber = asyncio.create_task(shop.barber())
    arrival, visits = 0.0, []
    for name in ("Abe", "Ben", "Cal", "Dan", "Eli", "Fin", "Gus", "Hal"):
        arrival += rng.choice([0.5, 1, 2, 6])
        visits.append(shop.customer(name, arrival, rng.randint(2, 4)))
    await asyncio.gather(*visits)
    barber.cancel()
    print(f"served {shop.served}, lost {shop.lost}, {shop.naps} naps")


asyncio.run(main())
