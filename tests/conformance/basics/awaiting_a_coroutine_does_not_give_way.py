# `await coroutine()` goes on in the same step; callbacks that are ready have to wait.
import asyncio


async def leaf(n):
    print("leaf", n)
    return n * 10


async def branch(n):
    print("branch", n)
    return await leaf(n) + await leaf(n + 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback: at last")
    print("sum:", await branch(1))
    print("sum:", await branch(3))
    print("now main gives way")
    await asyncio.sleep(0)
    print("main again")


asyncio.run(main())
