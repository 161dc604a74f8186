# Dining philosophers who take the lower fork first, so that none of them starves.
import asyncio
from random import Random

NAMES = ["Plato", "Kant", "Hegel", "Hume", "Marx"]


class Philosopher:
    def __init__(self, index: int, forks: list[asyncio.Lock], rng: Random):
        self.name = NAMES[index]
        low, high = sorted((index, (index + 1) % len(forks)))
        self.first, self.second = forks[low], forks[high]
        self.rng = rng
        self.eaten = 0
        self.hungry_for = 0.0

    async def dine(self, rounds: int) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(rounds):
            await asyncio.sleep(self.rng.randint(1, 5) / 10)
            hungry_since = loop.time()
            async with self.first:
                await asyncio.sleep(0.01)
                async with self.second:
                    self.hungry_for += loop.time() - hungry_since
                    print(f"{loop.time():5.2f} {self.name:<6} eats")
                    await asyncio.sleep(self.rng.randint(1, 3) / 10)
                    self.eaten += 1
        print(f"{loop.time():5.2f} {self.name:<6} leaves the table")


async def main() -> None:
    rng = Random(5)
    forks = [asyncio.Lock() for _ in NAMES]
    table = [Philosopher(i, forks, rng) for i in range(len(NAMES))]
    async with asyncio.TaskGroup() as tg:
        for p in table:
            tg.create_task(p.dine(2))
    for p in table:
        print(f"{p.name:<6} ate {p.eaten} times, was hungry for {p.hungry_for:.2f}")
    print("forks free:", not any(f.locked() for f in forks))


asyncio.run(main())
