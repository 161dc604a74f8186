# join() returns when the count of unfinished items reaches zero, and waits anew after a put.
import asyncio


async def worker(q, log):
    while True:
        item = await q.get()
        try:
            if item == "bad":
                raise ValueError(item)
            await asyncio.sleep(1)
            log.append(item)
        except ValueError as e:
            log.append(f"failed on {e}")
        finally:
            q.task_done()


async def main():
    q, log = asyncio.Queue(), []
    w = asyncio.create_task(worker(q, log))
    for batch in (["a", "b"], ["bad", "c"], []):
        for item in batch:
            await q.put(item)
        await q.join()
        print(f"{asyncio.get_running_loop().time():.0f}s", log)
    w.cancel()
    print("done" if w.done() else "worker still pending", w.cancelling())
    await asyncio.wait([w])
    print(w.cancelled())


asyncio.run(main())
