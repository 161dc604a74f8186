# What one can ask a task for, before, during and after its run.
import asyncio


async def double(x):
    await asyncio.sleep(1)
    return 2 * x


async def main():
    task = asyncio.create_task(double(21), name="doubler")
    plain = asyncio.create_task(double(4))
    print(task.get_name(), plain.get_name(), task.get_coro().__name__)
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    try:
        task.exception()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    print(task)
    await asyncio.sleep(0.5)
    task.set_name(7)
    print(repr(task.get_name()), task.done(), task.cancelled())
    print(task)
    print(await task, task.result(), task.exception(), task.done())
    print(task)
    print(await plain)


asyncio.run(main())
