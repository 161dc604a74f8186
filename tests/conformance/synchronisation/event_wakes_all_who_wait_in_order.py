# set() wakes every waiter in the next pass, first come, first served; later waits don't wait.
import asyncio


async def runner(name, gun):
    print(name, "is ready")
    result = await gun.wait()
    print(name, "runs", result)


async def main():
    gun = asyncio.Event()
    tasks = [asyncio.create_task(runner(n, gun)) for n in ("red", "blue", "green")]
    await asyncio.sleep(2)
    print("set?", gun.is_set())
    gun.set()
    gun.set()
    print("bang: nobody has moved yet")
    late = asyncio.create_task(runner("late", gun))
    await asyncio.gather(*tasks, late)
    gun.clear()
    print("cleared:", gun.is_set())


asyncio.run(main())
