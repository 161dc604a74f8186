# wait_for: in time a result, else TimeoutError, and the coroutine is cancelled.
import asyncio


async def eternity():
    try:
        await asyncio.sleep(3600)
        print("yay!")
    except asyncio.CancelledError:
        print("eternity is cancelled at", asyncio.get_running_loop().time())
        raise


async def main():
    print(await asyncio.wait_for(asyncio.sleep(0.5, "in time"), timeout=1.0))
    try:
        await asyncio.wait_for(eternity(), timeout=1.0)
    except TimeoutError as error:
        print("timeout!", repr(error), asyncio.get_running_loop().time())
        print("cause:", repr(error.__cause__))
    print(asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(asyncio.sleep(10, "no limit"), timeout=None))


asyncio.run(main())
