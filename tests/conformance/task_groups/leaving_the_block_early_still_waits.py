# return, break and continue inside the block: the tasks are awaited all the same.
import asyncio


async def job(name):
    await asyncio.sleep(1)
    print(f"{name} ends at {asyncio.get_running_loop().time()}")


async def returns():
    async with asyncio.TaskGroup() as group:
        group.create_task(job("before return"))
        return "returned"


async def breaks():
    for i in range(3):
        async with asyncio.TaskGroup() as group:
            group.create_task(job(f"round {i}"))
            if i == 0:
                continue
            break
    return i


async def main():
    print(await returns(), asyncio.get_running_loop().time())
    print(await breaks(), asyncio.get_running_loop().time())
    async with asyncio.TaskGroup():
        print("an empty group")
    print("needs no time:", asyncio.get_running_loop().time())


asyncio.run(main())
