# join() waits for task_done() calls that never come: a deadlock.
import asyncio


async def consumer(queue):
    for _ in range(3):
        item = await queue.get()
        print(f"{asyncio.get_running_loop().time()} consumed {item}")
        await asyncio.sleep(0.5)
        if item != "b":
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in "abc":
        queue.put_nowait(item)
    task = asyncio.create_task(consumer(queue))
    await task
    print("all consumed, queue empty:", queue.empty())
    await queue.join()
    print("not reached")


asyncio.run(main())
