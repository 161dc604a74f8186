# shutdown(immediate=True) empties the queue, wakes getters and putters and releases join().
import asyncio


async def attempt(name, coro):
    try:
        print(name, "->", await coro)
    except asyncio.QueueShutDown as e:
        print(name, "-> shut down", e.args)


async def main():
    full = asyncio.Queue(1)
    full.put_nowait("only")
    empty = asyncio.Queue()
    tasks = [
        asyncio.create_task(attempt("put on full", full.put("more"))),
        asyncio.create_task(attempt("join", full.join())),
        asyncio.create_task(attempt("get on empty", empty.get())),
    ]
    await asyncio.sleep(1)
    full.shutdown(immediate=True)
    empty.shutdown()
    await asyncio.gather(*tasks)
    print("sizes", full.qsize(), empty.qsize())
    full.shutdown()
    for q in (full, empty):
        for call in (q.get_nowait, lambda: q.put_nowait(1)):
            try:
                call()
            except asyncio.QueueShutDown:
                print("shut down", end="; ")
    print()


asyncio.run(main())
