# The loop stands still between two calls; what was not finished goes on in the next.
import asyncio


async def ticker():
    for i in range(10):
        print(f"tick {i} at {loop.time()}")
        await asyncio.sleep(1)


async def wait(seconds):
    await asyncio.sleep(seconds)
    return f"waited {seconds}"


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed(), loop.get_debug())
task = loop.create_task(ticker())
print(loop.run_until_complete(wait(1.5)))
print("between:", loop.is_running(), task.done(), loop.time())
print(loop.run_until_complete(wait(2)))
future = loop.create_future()
loop.call_later(0.25, future.set_result, "a future")
print(loop.run_until_complete(future))
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("ticker cancelled", task.cancelled())
try:
    loop.run_until_complete(wait)
except TypeError as error:
    print("TypeError:", error)
loop.close()
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(coroutine := wait(1))
except RuntimeError as error:
    print("RuntimeError:", error)
    coroutine.close()
