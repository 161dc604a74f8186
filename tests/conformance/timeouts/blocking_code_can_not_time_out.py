# time.sleep inside a timeout: nothing interrupts it; the timeout fires at the next wait.
import asyncio
import time


async def blocks():
    print("blocking from", asyncio.get_running_loop().time())
    time.sleep(3)
    print("blocking until", asyncio.get_running_loop().time())
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(blocks(), 1), loop.time())
    try:
        async with asyncio.timeout(1):
            print(await blocks())
            print("now a wait of zero:")
            await asyncio.sleep(0)
            print("passed at", loop.time())
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("TimeoutError at", loop.time())


asyncio.run(main())
