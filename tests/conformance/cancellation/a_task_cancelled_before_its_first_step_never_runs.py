# cancel() right behind create_task: the body is not entered, not even its finally.
import asyncio


async def body():
    try:
        print("body runs")
        await asyncio.sleep(1)
    finally:
        print("finally runs")


async def main():
    task = asyncio.create_task(body())
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("CancelledError", error.args)
    print(task.cancelled())

    task = asyncio.create_task(body())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print("started ones do their finally:", task.cancelled())


asyncio.run(main())
