# The first failure is raised, later ones are marked as retrieved: nothing is logged.
import asyncio
import gc


async def fail(name, delay):
    await asyncio.sleep(delay)
    print(name, "raises")
    raise RuntimeError(name)


async def main():
    try:
        await asyncio.gather(fail("first", 1), fail("second", 2), fail("third", 3))
    except RuntimeError as error:
        print("caught", error)
    await asyncio.sleep(5)
    gc.collect()
    print("quiet so far")
    try:
        await asyncio.gather(fail("tie a", 1), fail("tie b", 1))
    except RuntimeError as error:
        print("caught", error)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
