# The breakfast of many tutorials: cooked in sequence, then with tasks, then with a task group.
import asyncio
import time


async def make_coffee():
    print("coffee: started")
    await asyncio.sleep(3)
    print("coffee: ready")
    return "coffee"


async def fry_eggs(n):
    print(f"eggs: {n} in the pan")
    for i in range(1, n + 1):
        await asyncio.sleep(1.5)
        print(f"eggs: {i} done")
    return f"{n} eggs"


async def toast_bread(slices=2):
    await asyncio.sleep(2)
    print("toast: popped up")
    butter = asyncio.create_task(spread("butter"))
    jam = asyncio.create_task(spread("jam"))
    await butter
    await jam
    return f"{slices} slices of toast"


async def spread(what):
    await asyncio.sleep(0.5)
    print("toast:", what, "on it")


async def sequential():
    return [await make_coffee(), await fry_eggs(2), await toast_bread()]


async def with_gather():
    return await asyncio.gather(make_coffee(), fry_eggs(2), toast_bread())


async def with_task_group():
    async with asyncio.TaskGroup() as kitchen:
        tasks = [kitchen.create_task(c) for c in (make_coffee(), fry_eggs(2), toast_bread())]
    return [t.result() for t in tasks]


for cook in (sequential, with_gather, with_task_group):
    print(f"--- {cook.__name__}")
    start = time.perf_counter()
    breakfast = asyncio.run(cook())
    elapsed = time.perf_counter() - start
    print(f"breakfast of {', '.join(breakfast)} in {elapsed:.1f} minutes")
