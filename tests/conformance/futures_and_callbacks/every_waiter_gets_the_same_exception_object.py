# One failed task, several waiters: the same exception, whose traceback grows with each.
import asyncio
import traceback


async def fails():
    await asyncio.sleep(1)
    raise ValueError("only once")


async def waiter(name, task):
    try:
        await task
    except ValueError as error:
        lines = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        print(name, [n for n in lines if n in ("waiter", "fails", "main")])
        return error


async def main():
    task = asyncio.create_task(fails())
    errors = await asyncio.gather(waiter("first", task), waiter("second", task))
    print("same object:", errors[0] is errors[1] is task.exception())
    try:
        await task
    except ValueError:
        traceback.print_exc()
    try:
        task.result()
    except ValueError as error:
        raise RuntimeError("giving up") from error


asyncio.run(main())
