# Ends with: group failed: ['bad luck']
import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is done")
    return name


async def broken():
    await asyncio.sleep(0.01)
    raise RuntimeError("bad luck")


async def ticks(count):
    for number in range(count):
        yield number
        await asyncio.sleep(0.001)


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.02))
        b = group.create_task(work("b", 0.01))
    print(a.result(), b.result())
    async for tick in ticks(3):
        print("tick", tick)
    print([tick async for tick in ticks(2)])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("never", 1))
            group.create_task(broken())
    except* RuntimeError as errors:
        print("group failed:", [str(error) for error in errors.exceptions])


asyncio.run(main())
