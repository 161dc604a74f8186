# A coroutine object can be awaited once; a task as often as one likes.
import asyncio


async def compute():
    print("computing")
    await asyncio.sleep(1)
    return 42


async def main():
    coroutine = compute()
    print(await coroutine)
    try:
        print(await coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    task = asyncio.create_task(compute())
    print(await task, await task)

    coroutine = compute()
    asyncio.create_task(coroutine)
    await asyncio.sleep(0.5)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    await asyncio.sleep(1)


asyncio.run(main())
