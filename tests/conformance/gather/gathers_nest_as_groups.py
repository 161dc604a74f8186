# Groups of coroutines, gathered group by group and all together.
import asyncio


async def job(group, number, delay):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.2f} {group}{number}")
    return f"{group}{number}"


async def main():
    group1 = asyncio.gather(*[job("a", i, 0.3 * i) for i in range(1, 4)])
    group2 = asyncio.gather(*[job("b", i, 0.25 * i) for i in range(1, 4)])
    group3 = asyncio.gather(job("c", 1, 0.1), asyncio.gather(job("d", 1, 0.5), job("d", 2, 0.1)))
    all_groups = asyncio.gather(group1, group2, group3)
    print(group1.done(), all_groups.done())
    print(await all_groups)
    one, two, three = await asyncio.gather(
        asyncio.gather(job("e", 1, 0.1)), job("f", 1, 0.2), asyncio.gather()
    )
    print(one, two, three)


asyncio.run(main())
