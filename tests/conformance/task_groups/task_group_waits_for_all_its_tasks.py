# The end of the block is the place where all the tasks of the group are awaited.
import asyncio


async def job(name, delay):
    print(f"{asyncio.get_running_loop().time():.1f} {name} starts")
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.1f} {name} ends")
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(job("one", 1.5))
        two = group.create_task(job("two", 0.5), name="second")
        print("body ends", one.done(), two.get_name())
    print("both have completed:", one.result(), two.result())

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job(f"job{i}", i / 10)) for i in range(3)]
        await asyncio.sleep(0.15)
        print("the body waits as well:", [t.done() for t in tasks])
    print([t.result() for t in tasks])


asyncio.run(main())
