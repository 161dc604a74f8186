# A queue with maxsize makes the fast producer wait for the slow consumer.
import asyncio


async def producer(queue: asyncio.Queue) -> None:
    loop = asyncio.get_running_loop()
    for i in range(6):
        await queue.put(i)
        print(f"{loop.time():.1f} put {i}, size {queue.qsize()}")
        await asyncio.sleep(0.1)
    await queue.put(None)


async def consumer(queue: asyncio.Queue) -> None:
    loop = asyncio.get_running_loop()
    while (item := await queue.get()) is not None:
        print(f"{loop.time():.1f}     got {item}, size {queue.qsize()}")
        await asyncio.sleep(0.5)
    print(f"{loop.time():.1f}     end")


async def main() -> None:
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


if __name__ == "__main__":
    asyncio.run(main())
