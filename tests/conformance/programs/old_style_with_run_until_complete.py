# As in tutorials from before asyncio.run: new_event_loop, ensure_future, run_until_complete, close.
import asyncio
import time


async def io_related(name):
    print(f"{name} started")
    await asyncio.sleep(1)
    print(f"{name} finished")
    return len(name)


def callback(future):
    print("callback:", future.result() if not future.cancelled() else "cancelled", future.done())


async def boss(loop):
    tasks = [loop.create_task(io_related(n)) for n in ("first", "second")]
    tasks.append(asyncio.ensure_future(io_related("third"), loop=loop))
    for t in tasks:
        t.add_done_callback(callback)
    done, pending = await asyncio.wait(tasks, timeout=0.5)
    print(len(done), "done", len(pending), "pending")
    tasks[1].cancel()
    done, pending = await asyncio.wait(tasks)
    return sum(t.result() for t in tasks if not t.cancelled())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed(), loop.get_debug())
start = time.time()
try:
    print("sum", loop.run_until_complete(boss(loop)))
    print("second run", loop.run_until_complete(asyncio.gather(io_related("a"), io_related("bb"))))
    loop.call_later(1.5, loop.stop)
    loop.call_soon(print, "in run_forever")
    loop.run_forever()
    print("stopped")
    future = loop.create_future()
    loop.call_soon(future.set_result, "from a callback")
    print(loop.run_until_complete(future))
    loop.run_until_complete(loop.shutdown_asyncgens())
finally:
    loop.close()
print(f"closed: {loop.is_closed()}, {time.time() - start:.1f} s")
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
