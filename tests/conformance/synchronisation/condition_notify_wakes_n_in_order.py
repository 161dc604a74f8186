# notify(n) wakes the n longest waiters; each must get the lock again before it goes on.
import asyncio


async def sleeper(name, cond):
    async with cond:
        await cond.wait()
        print(f"  {name} woke at {asyncio.get_running_loop().time():g}")
        await asyncio.sleep(0.1)


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(sleeper(f"s{i}", cond)) for i in range(7)]
    await asyncio.sleep(1)
    for n in (1, 2, 0):
        async with cond:
            print("notify", n)
            cond.notify(n)
        await asyncio.sleep(1)
    async with cond:
        print("notify_all")
        cond.notify_all()
        print("  still mine:", cond.locked())
    await asyncio.gather(*tasks)
    print(f"{asyncio.get_running_loop().time():.1f}")


asyncio.run(main())
