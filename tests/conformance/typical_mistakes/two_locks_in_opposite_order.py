# Each task holds one lock and waits for the other: deadlock.
import asyncio


async def transfer(name, first, second):
    async with first:
        print(f"{asyncio.get_running_loop().time()} {name} has its first lock")
        await asyncio.sleep(0.5)
        async with second:
            print(f"{asyncio.get_running_loop().time()} {name} has both locks")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    print("in the same order:")
    await asyncio.gather(transfer("one", a, b), transfer("two", a, b))
    print("in opposite order:")
    await asyncio.gather(transfer("one", a, b), transfer("two", b, a))


asyncio.run(main())
