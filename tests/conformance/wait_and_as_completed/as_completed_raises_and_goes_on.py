# An exception comes out of the await of its own turn; the next turn works.
import asyncio


async def risky(n):
    await asyncio.sleep(n / 10)
    if n % 2 == 0:
        raise ValueError(f"{n} is even")
    return n


async def main():
    good, bad = [], []
    for coroutine in asyncio.as_completed([risky(n) for n in (5, 2, 4, 1, 3)]):
        try:
            good.append(await coroutine)
        except ValueError as error:
            bad.append(str(error))
        print(f"{asyncio.get_running_loop().time():.1f} good {good} bad {bad}")
    try:
        for coroutine in asyncio.as_completed([risky(3), risky(2), risky(5)]):
            print(await coroutine)
    except ValueError as error:
        print("left the loop:", error)
    others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    print("still running:", len(others))
    print(await asyncio.gather(*others))


asyncio.run(main())
