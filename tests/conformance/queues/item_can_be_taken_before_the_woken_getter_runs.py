# put_nowait only wakes a getter; another task may take the item first, the getter waits on.
import asyncio


async def sleepy(q):
    item = await q.get()
    print("sleepy got", item)


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(sleepy(q))
    await asyncio.sleep(0)
    q.put_nowait("first")
    print("main takes", q.get_nowait(), "back")
    await asyncio.sleep(1)
    print("sleepy done:", t.done())
    q.put_nowait("second")
    await t


asyncio.run(main())
