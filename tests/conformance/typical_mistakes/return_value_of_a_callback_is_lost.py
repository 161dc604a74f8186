# call_soon and callbacks do not await: a coroutine function there never runs.
import asyncio


async def notify(who):
    print("notified", who)


def notify_later(who):
    asyncio.get_running_loop().create_task(notify(who))


async def main():
    loop = asyncio.get_running_loop()
    for_later = []
    loop.call_soon(lambda: for_later.append(notify("ann")))
    await asyncio.sleep(0.1)
    print("the coroutine was only made:", len(for_later))
    for coroutine in for_later:
        await coroutine
    loop.call_soon(notify_later, "bob")
    await asyncio.sleep(0.1)
    task = asyncio.create_task(asyncio.sleep(0.1))
    task.add_done_callback(lambda t: notify_later("cid"))
    await task
    print("main ends at", loop.time())
    await asyncio.sleep(0)


asyncio.run(main())
