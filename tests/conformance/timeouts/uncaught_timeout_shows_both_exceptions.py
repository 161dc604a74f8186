# The traceback of a TimeoutError names the CancelledError as its direct cause.
import asyncio


async def read_sensor():
    await asyncio.sleep(5)
    return 21.5


async def report():
    async with asyncio.timeout(2):
        value = await read_sensor()
    print("value", value)


asyncio.run(report())
