# Only the block whose deadline passed raises TimeoutError, inner or outer.
import asyncio


async def attempt(outer, inner, sleep):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(outer) as o:
            try:
                async with asyncio.timeout(inner) as i:
                    await asyncio.sleep(sleep)
                    print("slept")
            except TimeoutError:
                print("inner timeout caught")
            print("between the blocks", loop.time() - start)
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer timeout caught")
    print((outer, inner, sleep), "->", i.expired(), o.expired(), loop.time() - start)
    print("--")


async def main():
    await attempt(3, 1, 5)
    await attempt(1, 3, 5)
    await attempt(5, 3, 2)
    await attempt(1, 1, 5)
    await attempt(1.5, 1, 5)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
