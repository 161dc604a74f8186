# shutdown() refuses new items; what is queued can still be taken, then QueueShutDown ends the loop.
import asyncio


async def consumer(name, q):
    taken = []
    try:
        while True:
            taken.append(await q.get())
            await asyncio.sleep(1)
            q.task_done()
    except asyncio.QueueShutDown as e:
        now = asyncio.get_running_loop().time()
        print(f"{name} ends at {now:.0f}s with {taken}: {e!r}")


async def main():
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        for name in ("ann", "bob"):
            tg.create_task(consumer(name, q))
        for n in range(5):
            await q.put(n)
        q.shutdown()
        try:
            await q.put(99)
        except asyncio.QueueShutDown:
            print("no more puts")
        await q.join()
        print("all done")
    try:
        q.get_nowait()
    except asyncio.QueueShutDown:
        print("and no more gets")


asyncio.run(main())
