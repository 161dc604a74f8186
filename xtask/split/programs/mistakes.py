# Ends with: end of mistakes
import asyncio
import time


async def greet():
    print("hello")


async def fails():
    raise ValueError("nobody looks at me")


async def main():
    greet()
    task = asyncio.create_task(fails())
    time.sleep(0.01)
    await asyncio.sleep(0.01)
    del task
    await asyncio.sleep(0)
    print("end of mistakes")


asyncio.run(main())
