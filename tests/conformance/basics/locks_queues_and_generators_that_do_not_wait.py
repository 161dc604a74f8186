# A free lock, a queue with room or items, a set event, a quick generator: none gives way.
import asyncio


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback: main has given way")
    lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event()
    queue, condition = asyncio.Queue(2), asyncio.Condition()

    async with lock:
        print("took a free lock", lock.locked())
    async with semaphore, semaphore:
        print("took the semaphore twice", semaphore.locked())
    event.set()
    print("waited for a set event:", await event.wait())
    await queue.put("a")
    await queue.put("b")
    print("put two, got", await queue.get(), await queue.get())
    queue.task_done()
    queue.task_done()
    await queue.join()
    async with condition:
        print("took a free condition; true at once:", await condition.wait_for(lambda: True))
    print("generator:", [i async for i in numbers(4)], await anext(numbers(1)))
    print("wait_for:", await asyncio.wait_for(queue.put("c"), 1), queue.qsize())
    print("main has not given way so far")
    await asyncio.sleep(0)


asyncio.run(main())
