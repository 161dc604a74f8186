# One elevator, several passengers, a condition; the cabin serves calls in its direction first.
import asyncio
from dataclasses import dataclass, field


@dataclass
class Elevator:
    floor: int = 0
    direction: int = 1
    stops: set = field(default_factory=set)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)
    moved: int = 0

    async def ride_to(self, floor: int) -> None:
        async with self.arrived:
            self.stops.add(floor)
            self.arrived.notify_all()
            await self.arrived.wait_for(lambda: self.floor == floor and floor not in self.stops)

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            async with self.arrived:
                await self.arrived.wait_for(lambda: self.stops)
                if self.floor in self.stops:
                    self.stops.discard(self.floor)
                    print(f"{loop.time():5.1f} ding! floor {self.floor}, still to visit {sorted(self.stops)}")
                    self.arrived.notify_all()
                    continue
                ahead = [f for f in self.stops if (f - self.floor) * self.direction > 0]
                if not ahead:
                    self.direction *= -1
            await asyncio.sleep(1)
            self.floor += self.direction
            self.moved += 1


async def passenger(name, elevator, start, goal, at):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(at)
    called = loop.time()
    await elevator.ride_to(start)
    print(f"{loop.time():5.1f} {name} enters on {start} after {loop.time() - called:.1f}")
    await elevator.ride_to(goal)
    print(f"{loop.time():5.1f} {name} leaves on {goal}")
    return name


async def main():
    elevator = Elevator()
    cabin = asyncio.create_task(elevator.run())
    order = []
    rides = [
        passenger("Ann", elevator, 3, 0, 0.5),
        passenger("Bob", elevator, 1, 5, 0.0),
        passenger("Cid", elevator, 4, 2, 2.2),
    ]
    for done in asyncio.as_completed(rides):
        order.append(await done)
    cabin.cancel()
    print(order, "moved", elevator.moved, "floors")


asyncio.run(main())
