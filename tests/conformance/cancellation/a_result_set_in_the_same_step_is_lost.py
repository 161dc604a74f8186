# set_result, then cancel, before the waiter runs: it gets the cancellation.
import asyncio


async def waiter(future):
    try:
        result = await future
        print("got", result)
        return result
    except asyncio.CancelledError:
        print("cancelled; the future has", future.result())
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result(42)
    print("cancel:", task.cancel())
    print(await asyncio.gather(task, return_exceptions=True))

    future = loop.create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print("cancel first:", task.cancel(), future.cancelled())
    try:
        future.set_result(42)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled")


async def whole():
    try:
        await main()
    except asyncio.CancelledError as error:
        print("future.result() raised", repr(error))


asyncio.run(whole())
