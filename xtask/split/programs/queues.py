# Ends with: total: 45
import asyncio
import random


async def producer(queue, name, count):
    for number in range(count):
        item = f"{name}-{number}"
        await queue.put(item)
        print(f"{name} made {item!r}, size {queue.qsize()}")
        await asyncio.sleep(random.random() * 0.01)


async def consumer(queue, name, seen):
    while True:
        item = await queue.get()
        await asyncio.sleep(random.uniform(0.001, 0.005))
        seen.append((name, item))
        print(f"{name:>4} took {item:<8}|")
        queue.task_done()


async def main():
    random.seed(7)
    queue = asyncio.Queue(maxsize=2)
    seen = []
    consumers = [asyncio.create_task(consumer(queue, f"c{n}", seen)) for n in range(2)]
    await asyncio.gather(*(producer(queue, name, 3) for name in ["p", "q"]))
    await queue.join()
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(len(seen), sorted(item for _, item in seen), queue.empty())
    print(random.randint(1, 6), random.choice(["a", "b"]))
    total = 0
    for number in range(10):
        total += number
    print("total:", total)


asyncio.run(main())
