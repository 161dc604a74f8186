# Toy concurrency: sleep sort, a knockout tournament as a tree of tasks, a relay race with futures.
import asyncio
import random


async def sleep_sort(numbers):
    result = []

    async def place(n):
        await asyncio.sleep(n / 1000)
        result.append(n)

    await asyncio.gather(*map(place, numbers))
    return result


async def match(a, b, rng):
    rounds = 0
    while True:
        rounds += 1
        await asyncio.sleep(rng.randint(1, 3))
        score = rng.randint(0, 5), rng.randint(0, 5)
        if score[0] != score[1]:
            winner = a if score[0] > score[1] else b
            now = asyncio.get_running_loop().time()
            print(f"{now:4.0f}' {a} - {b} {score[0]}:{score[1]}{' (replay)' * (rounds > 1)}")
            return winner


async def tournament(teams, rng):
    if len(teams) == 1:
        return teams[0]
    middle = len(teams) // 2
    async with asyncio.TaskGroup() as tg:
        left = tg.create_task(tournament(teams[:middle], rng))
        right = tg.create_task(tournament(teams[middle:], rng))
    return await match(left.result(), right.result(), rng)


async def runner(name, baton_in, baton_out, seconds):
    split = await baton_in
    await asyncio.sleep(seconds)
    baton_out.set_result(split + [f"{name} {seconds}s"])


async def relay(team):
    loop = asyncio.get_running_loop()
    batons = [loop.create_future() for _ in range(len(team) + 1)]
    runners = [asyncio.create_task(runner(n, batons[i], batons[i + 1], s)) for i, (n, s) in enumerate(team.items())]
    batons[0].set_result(["start"])
    return " > ".join(await batons[-1])


async def main():
    rng = random.Random(2024)
    numbers = rng.sample(range(1, 500), 12)
    print(numbers)
    print(await sleep_sort(numbers), await sleep_sort(numbers) == sorted(numbers))
    print("champion:", await tournament(["Ajax", "Benfica", "Celtic", "Derby", "Elfsborg", "Fenerbahce"], rng))
    print(await relay({"Zoe": 9.8, "Yan": 10.1, "Xia": 9.9}))


asyncio.run(main())
