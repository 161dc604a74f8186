# gather makes the tasks at once, but they start when the caller waits.
import asyncio


async def step(name):
    print("start", name, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print("end", name)
    return name


async def main():
    early = asyncio.create_task(step("made earlier"))
    future = asyncio.gather(step("a"), step("b"), step("c"))
    late = asyncio.create_task(step("made later"))
    print("gather is made:", type(future).__name__, future.done())
    await asyncio.sleep(0)
    print("main after one pass")
    print(await future)
    print(await early, await late)


asyncio.run(main())
