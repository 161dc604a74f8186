# Who swallows the cancellation of a timeout keeps its result: no TimeoutError.
import asyncio


async def swallows():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "I don't care"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(swallows(), 1), loop.time())
    async with asyncio.timeout(1) as scope:
        print(await swallows())
        print("expired:", scope.expired(), "cancelling:", asyncio.current_task().cancelling())
    print("left quietly", scope.expired(), asyncio.current_task().cancelling(), loop.time())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("swallowed, but then another wait:")
            await asyncio.sleep(5)
            print("goes through at", loop.time())
    except TimeoutError:
        print("TimeoutError")


asyncio.run(main())
