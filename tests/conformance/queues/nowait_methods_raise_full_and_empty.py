# put_nowait and get_nowait never wait: QueueFull and QueueEmpty say so.
import asyncio
import queue as thread_queue


async def main():
    q = asyncio.Queue(maxsize=2)
    for item in ("a", "b", "c"):
        try:
            q.put_nowait(item)
            print("put", item, "full:", q.full(), "empty:", q.empty())
        except asyncio.QueueFull as e:
            print("full:", repr(e))
    while True:
        try:
            print("got", q.get_nowait(), "left:", q.qsize())
        except asyncio.QueueEmpty as e:
            print("empty:", repr(e))
            break
    endless = asyncio.Queue()
    for n in range(1000):
        endless.put_nowait(n)
    print(endless.maxsize, endless.full(), endless.qsize())
    print(asyncio.Queue(-3).full(), q.maxsize)
    print(asyncio.QueueEmpty is thread_queue.Empty, issubclass(asyncio.QueueFull, Exception))


asyncio.run(main())
