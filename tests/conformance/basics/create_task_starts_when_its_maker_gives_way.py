# create_task only queues the first step: it runs when the current task waits.
import asyncio


async def worker(name):
    print(f"{name} starts")
    await asyncio.sleep(0)
    print(f"{name} ends")


async def main():
    print("main: before create_task")
    first = asyncio.create_task(worker("first"))
    second = asyncio.create_task(worker("second"))
    print("main: after create_task, done:", first.done(), second.done())
    await asyncio.sleep(0)
    print("main: after one sleep(0), done:", first.done(), second.done())
    await asyncio.sleep(0)
    print("main: after two, done:", first.done(), second.done())
    await second
    print("main: end")


asyncio.run(main())
