# A bare except in a loop makes a task that can't be cancelled; the timeout never ends it.
import asyncio


async def poll():
    for i in range(6):
        try:
            await asyncio.sleep(1)
            print("polled", i)
        except:  # the mistake
            print("some error, going on")
    return "polled to the end"


async def polite_poll():
    for i in range(6):
        try:
            await asyncio.sleep(1)
            print("polled", i)
        except Exception:
            print("some error, going on")


async def main():
    loop = asyncio.get_running_loop()
    for function in (poll, polite_poll):
        try:
            async with asyncio.timeout(2.5):
                print("result:", await function())
        except TimeoutError:
            print("timeout worked")
        print("at", loop.time())


asyncio.run(main())
