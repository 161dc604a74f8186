# add_done_callback: called through call_soon, in order, also where the future is done already.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for name in "abc":
        future.add_done_callback(lambda f, name=name: print(name, f.result()))
    future.set_result(42)
    print("set; nothing was called yet")
    loop.call_soon(print, "call_soon behind set_result")
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("added late", f.result()))
    print("added to a done future")
    await asyncio.sleep(0)

    def twice(f):
        print("twice")

    future = loop.create_future()
    for _ in range(2):
        future.add_done_callback(twice)
    future.add_done_callback(print)
    print("removed:", future.remove_done_callback(twice), future.remove_done_callback(twice))
    future.add_done_callback(twice)
    future.set_result("x")
    await asyncio.sleep(0)


asyncio.run(main())
