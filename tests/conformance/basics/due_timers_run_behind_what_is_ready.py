# A timer that is due joins the ready queue behind what stands there already.
import asyncio


async def yielder(n):
    for i in range(3):
        print("yielder", i)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(yielder(3))
    loop.call_later(0, print, "call_later(0)")
    loop.call_soon(print, "call_soon")
    loop.call_at(loop.time() - 5, print, "call_at in the past")
    loop.call_soon(loop.call_soon, print, "call_soon from a callback")
    await task
    print("-- now a tiny delay")
    loop.call_later(1e-9, print, "one nanosecond")
    await asyncio.sleep(0)
    print("after sleep(0)", loop.time())
    await asyncio.sleep(0)
    print("after two", loop.time())
    await asyncio.sleep(1)


asyncio.run(main())
