# After break, the generator's finally runs in a task of its own, at the next chance.
import asyncio


async def ticker():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        print("cleanup begins")
        await asyncio.sleep(0)
        print("cleanup ends")


async def main():
    async for n in ticker():
        if n == 2:
            break
    print("after the loop")
    await asyncio.sleep(0)
    print("one pass later")
    await asyncio.sleep(0)
    print("two passes later")
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
