# task_done() beyond the number of puts raises ValueError; join() on a fresh queue returns at once.
import asyncio


async def main():
    q = asyncio.Queue()
    await q.join()
    print("nothing to wait for")
    await q.put("x")
    await q.get()
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print("ValueError:", e)

    # get() alone does not count as done.
    await q.put("y")
    await q.get()
    try:
        await asyncio.wait_for(q.join(), 1)
    except TimeoutError:
        print("join() still waits although the queue is empty:", q.empty())
    q.task_done()
    await q.join()
    print("joined at", asyncio.get_running_loop().time())


asyncio.run(main())
