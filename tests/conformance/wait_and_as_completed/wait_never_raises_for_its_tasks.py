# Exceptions stay in the tasks that wait() returns, until somebody asks for the result.
import asyncio


async def divide(a, b):
    await asyncio.sleep(b / 10)
    return a / b


async def main():
    tasks = [asyncio.create_task(divide(10, b)) for b in (2, 0, 5)]
    done, _ = await asyncio.wait(tasks)
    for task in tasks:
        assert task in done
        if task.exception() is not None:
            print("failed:", task.exception())
        else:
            print("result:", task.result())
    try:
        for task in tasks:
            print(task.result())
    except ZeroDivisionError as error:
        print("raised by result():", repr(error))


asyncio.run(main())
