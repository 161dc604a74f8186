# A failed task that nobody looked at and that a circle keeps is told of when the program ends.
import asyncio


async def forgotten():
    await asyncio.sleep(1)
    raise RuntimeError("nobody awaits")


async def main():
    asyncio.create_task(forgotten())
    await asyncio.sleep(2)
    print("it was logged before this")
    keep = [asyncio.create_task(forgotten(), name="kept")]
    await asyncio.sleep(2)
    try:
        raise LookupError("x")
    except LookupError as e:
        keep.append(e)
    print("main ends")


asyncio.run(main())
print("module ends")
