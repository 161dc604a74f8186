# The classic: random producers and consumers around one bounded queue, with utilisation at the end.
import asyncio
import random
import time


async def randsleep(rng: random.Random, caller: str) -> None:
    i = rng.randint(0, 4)
    print(f"{caller} sleeping for {i} seconds." if i else f"{caller} goes on at once.")
    await asyncio.sleep(i)


async def produce(name: int, q: asyncio.Queue, rng: random.Random) -> None:
    n = rng.randint(0, 3)
    for _ in range(n):
        await randsleep(rng, f"Producer {name}")
        i = f"{rng.getrandbits(40):010x}"
        t = time.perf_counter()
        await q.put((i, t))
        print(f"Producer {name} added <{i}> to queue.")


async def consume(name: int, q: asyncio.Queue, rng: random.Random, waited: list) -> None:
    while True:
        await randsleep(rng, f"    Consumer {name}")
        i, t = await q.get()
        now = time.perf_counter()
        waited.append(now - t)
        print(f"    Consumer {name} got element <{i}> in {now - t:0.5f} seconds.")
        q.task_done()


async def main(nprod: int, ncon: int) -> None:
    rng = random.Random(444)
    q: asyncio.Queue = asyncio.Queue()
    waited: list[float] = []
    producers = [asyncio.create_task(produce(n, q, rng)) for n in range(nprod)]
    consumers = [asyncio.create_task(consume(n, q, rng, waited)) for n in range(ncon)]
    await asyncio.gather(*producers)
    await q.join()  # Implicitly awaits consumers, too
    for c in consumers:
        c.cancel()
    print(f"{len(waited)} elements waited {sum(waited) / len(waited):.2f} seconds on average")


if __name__ == "__main__":
    start = time.perf_counter()
    asyncio.run(main(nprod=4, ncon=3))
    elapsed = time.perf_counter() - start
    print(f"Program completed in {elapsed:0.5f} seconds.")
