# sleep(delay, result): zero and negative delays only give way; bad ones are refused.
import asyncio
import math


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(1, "result"), loop.time())
    print(await asyncio.sleep(0, result="zero"), loop.time())
    loop.call_soon(print, "callback during the negative sleep")
    print(await asyncio.sleep(-5, "negative"), loop.time())
    print(await asyncio.sleep(True, "True is one second"), loop.time())
    try:
        await asyncio.sleep(math.nan)
    except ValueError as error:
        print("ValueError:", error)
    try:
        await asyncio.sleep("1")
    except TypeError as error:
        print("TypeError:", error)
    sleeping = asyncio.sleep(2, "late")
    await asyncio.sleep(1)
    print(await sleeping, "the delay starts with the await:", loop.time())


asyncio.run(main())
