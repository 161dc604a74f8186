# get_event_loop, run_until_complete, close: how programs looked before asyncio.run.
import asyncio


async def slow_operation(future):
    await asyncio.sleep(1)
    future.set_result("Future is done!")


def got_result(future):
    print(future.result())
    loop.stop()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
future = asyncio.Future()
print(future.get_loop() is loop, future.done())
asyncio.ensure_future(slow_operation(future))
future.add_done_callback(got_result)
try:
    loop.run_forever()
finally:
    print("stopped at", loop.time())
tasks = [loop.create_task(asyncio.sleep(i, i)) for i in (3, 1, 2)]
print(loop.run_until_complete(asyncio.gather(*tasks)))
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(len(done), len(pending))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print("RuntimeError:", error)
