# wait() learns through callbacks that its tasks are done, so it gives way even if all were.
import asyncio


async def quick(x):
    return x


async def main():
    loop = asyncio.get_running_loop()
    first, second = asyncio.create_task(quick(1)), asyncio.create_task(quick(2))
    slow = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    loop.call_soon(print, "callback")
    done, pending = await asyncio.wait([first, second])
    print("all done:", len(done), len(pending))
    done, pending = await asyncio.wait([first, slow], return_when=asyncio.FIRST_COMPLETED)
    print("first done:", len(done), len(pending))
    print("a timeout of zero gives way:")
    done, pending = await asyncio.wait([slow], timeout=0)
    print(len(done), len(pending), loop.time())


asyncio.run(main())
