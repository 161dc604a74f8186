# gather raises the first exception at once; its other children go on undisturbed.
import asyncio


async def worker(name, delay, fail=False):
    print(f"{name} starts")
    await asyncio.sleep(delay)
    if fail:
        print(f"{name} fails")
        raise ValueError(f"{name} failed")
    print(f"{name} ends at {asyncio.get_running_loop().time()}")
    return name


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(
            worker("fast", 0.5),
            worker("bad", 1, fail=True),
            worker("slow", 2),
            worker("also bad", 1.5, fail=True),
        )
    except ValueError as error:
        print(f"{loop.time()}: caught {error!r}")
    print("still alive:", len(asyncio.all_tasks()) - 1)
    await asyncio.sleep(3)
    print("main ends", loop.time())


asyncio.run(main())
