# run(debug=True): callbacks and steps that hold the loop for long are reported.
import asyncio
import time


def blocking_callback(seconds):
    time.sleep(seconds)


async def step():
    time.sleep(0.25)
    await asyncio.sleep(0)
    time.sleep(0.05)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(step(), name="slow one")
    loop.slow_callback_duration = 0.5
    await asyncio.create_task(step(), name="now quick enough")
    loop.set_debug(False)
    time.sleep(2)
    await asyncio.sleep(0)
    print("end at", loop.time())


asyncio.run(main(), debug=True)
