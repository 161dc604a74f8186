# A coroutine that is called but not awaited does nothing; Python warns when it is thrown away.
import asyncio


async def save(item):
    await asyncio.sleep(1)
    print("saved", item)


async def main():
    await save("first")
    save("second")
    print("after the forgotten await")
    await save("third")
    print("time:", asyncio.get_running_loop().time())


asyncio.run(main())
