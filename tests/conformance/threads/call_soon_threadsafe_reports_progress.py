# A thread tells the loop about its progress with call_soon_threadsafe.
import asyncio
import time


def download(loop, queue, name, chunks):
    for chunk in range(1, chunks + 1):
        time.sleep(0.4)
        loop.call_soon_threadsafe(queue.put_nowait, (name, chunk, chunks))
    return f"{name}: {chunks} chunks"


async def show(queue):
    while True:
        name, chunk, chunks = await queue.get()
        bar = "#" * chunk + "." * (chunks - chunk)
        print(f"{asyncio.get_running_loop().time():.1f} {name} [{bar}] {chunk / chunks:.0%}")


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    shower = asyncio.create_task(show(queue))
    first = asyncio.to_thread(download, loop, queue, "first", 4)
    second = asyncio.create_task(asyncio.to_thread(download, loop, queue, "second", 2))
    await asyncio.sleep(0.1)
    print(await asyncio.gather(first, second))
    shower.cancel()


asyncio.run(main())
