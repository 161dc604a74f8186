# return, break and another exception inside the cleanup replace CancelledError.
import asyncio


async def returns():
    try:
        await asyncio.sleep(10)
    finally:
        return "returned from finally"


async def breaks():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        finally:
            break
    return f"left the loop at {i}"


async def raises():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        raise RuntimeError("replaced") from error


async def raises_in_finally():
    try:
        await asyncio.sleep(10)
    finally:
        {}["missing"]


async def main():
    for function in (returns, breaks, raises, raises_in_finally):
        task = asyncio.create_task(function())
        await asyncio.sleep(1)
        task.cancel("stop")
        try:
            print(function.__name__, "->", await task)
        except Exception as error:
            print(function.__name__, "raised", repr(error), "after", repr(error.__context__))
        print("   cancelled:", task.cancelled())


asyncio.run(main())
