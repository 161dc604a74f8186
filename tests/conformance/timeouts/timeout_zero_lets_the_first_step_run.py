# timeout(0) fires at the first real wait; what does not wait gets through.
import asyncio


async def instant():
    return "instant"


async def one_pass():
    await asyncio.sleep(0)
    return "one pass"


async def two_passes():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return "two passes"


async def main():
    for coroutine_function in (instant, one_pass, two_passes):
        for limit in (0, -3):
            try:
                async with asyncio.timeout(limit) as scope:
                    print(limit, await coroutine_function())
            except TimeoutError:
                print(limit, coroutine_function.__name__, "timed out")
            print("   expired:", scope.expired(), asyncio.current_task().cancelling())
    print(asyncio.get_running_loop().time())


asyncio.run(main())
