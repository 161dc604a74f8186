# asyncio.run can't be called while a loop runs; nor run_until_complete.
import asyncio


async def helper():
    return "helped"


def library_function():
    return asyncio.run(helper())


async def main():
    try:
        print(library_function())
    except RuntimeError as error:
        print("RuntimeError:", error)
    loop = asyncio.get_running_loop()
    coroutine = helper()
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("right:", await coroutine)


print("outside it works:", library_function())
asyncio.run(main())
