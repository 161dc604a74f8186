# The child's end is told to gather in one pass, gather's to the waiter in the next.
import asyncio


async def child(name, passes):
    for _ in range(passes):
        await asyncio.sleep(0)
    print("child", name, "returns")
    return name


async def waits_for_task():
    task = asyncio.create_task(child("of task", 1))
    await task
    print("await task goes on")


async def waits_for_gather():
    await asyncio.gather(child("of gather", 1))
    print("await gather goes on")


async def waits_for_nested():
    await asyncio.gather(asyncio.gather(child("of nested gather", 1)))
    print("await nested gather goes on")


async def count():
    for i in range(6):
        print("-- pass", i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(waits_for_nested(), waits_for_gather(), waits_for_task(), count())


asyncio.run(main())
