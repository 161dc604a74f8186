# asyncio.run closes generators that are still referenced when main ends.
import asyncio

keep = []


async def counter(name):
    try:
        while True:
            yield name
    finally:
        await asyncio.sleep(0.5)
        print("finalised", name, "at", asyncio.get_running_loop().time())


async def main():
    gen = counter("kept")
    keep.append(gen)
    print(await anext(gen))
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("loop closed")
