# call_soon_threadsafe, and run_coroutine_threadsafe with results, errors and cancellation.
import asyncio, time


async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue()
    def producer():
        for i in range(3):
            time.sleep(0.5)
            loop.call_soon_threadsafe(q.put_nowait, i)
        loop.call_soon_threadsafe(q.put_nowait, None)
        return "produced"
    fut = loop.run_in_executor(None, producer)
    while (x := await q.get()) is not None:
        print(x, loop.time())
    print(await fut)
    def call():
        f = asyncio.run_coroutine_threadsafe(asyncio.sleep(1, "from loop"), loop)
        f.add_done_callback(lambda f: print("callback", f.result()))
        return f.result(5), f.done(), f.running(), f.cancelled()
    print(await asyncio.to_thread(call))
    async def bad():
        await asyncio.sleep(0.1)
        raise KeyError("k")
    def call2():
        f = asyncio.run_coroutine_threadsafe(bad(), loop)
        e = f.exception()
        try:
            f.result()
        except KeyError as k:
            return e is k
    print(await asyncio.to_thread(call2))
    def call3():
        f = asyncio.run_coroutine_threadsafe(asyncio.sleep(9), loop)
        time.sleep(0.1)
        print(f.cancel())
        try:
            f.result()
        except BaseException as e:
            return type(e).__name__, type(e).__module__
    print(await asyncio.to_thread(call3))


asyncio.run(main())
