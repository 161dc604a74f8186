# A blocking function in a thread: the loop ticks on while it sleeps.
import asyncio
import time


def blocking_io():
    print(f"start blocking_io at {time.strftime('%X')}")
    time.sleep(1)
    print(f"blocking_io complete at {time.strftime('%X')}")
    return "data"


async def ticker():
    for i in range(4):
        print("tick", i)
        await asyncio.sleep(0.3)


async def main():
    print(f"started main at {time.strftime('%X')}")
    results = await asyncio.gather(asyncio.to_thread(blocking_io), ticker())
    print(f"finished main at {time.strftime('%X')}", results)


asyncio.run(main())
