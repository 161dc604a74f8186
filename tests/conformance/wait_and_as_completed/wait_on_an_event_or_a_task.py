# Tasks made of event.wait(), queue.get() and sleep(): whichever comes first.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    stop, queue = asyncio.Event(), asyncio.Queue()
    for delay, item in [(0.3, "first"), (0.6, "second"), (1.5, "too late")]:
        loop.call_later(delay, queue.put_nowait, item)
    loop.call_later(1.2, stop.set)

    stopper = asyncio.create_task(stop.wait(), name="stop")
    getter = asyncio.create_task(queue.get(), name="get")
    while True:
        ticker = asyncio.create_task(asyncio.sleep(0.4), name="tick")
        done, pending = await asyncio.wait(
            [stopper, getter, ticker], return_when=asyncio.FIRST_COMPLETED
        )
        print(f"{loop.time():.1f}", sorted(t.get_name() for t in done))
        ticker.cancel()
        if getter in done:
            print("item:", getter.result())
            getter = asyncio.create_task(queue.get(), name="get")
        if stopper in done:
            getter.cancel()
            break
    await asyncio.wait([getter])
    print("getter cancelled:", getter.cancelled(), "queue:", queue.qsize())
    await asyncio.sleep(0.5)
    print("queue:", queue.get_nowait(), loop.time())


asyncio.run(main())
