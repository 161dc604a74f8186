# Futures can be cancelled as well: every waiter gets CancelledError, in order.
import asyncio


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        print(f"{name}: {error.args}, task cancelling: {asyncio.current_task().cancelling()}")
        return name


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in "abc"]
    future.add_done_callback(lambda f: print("callback:", f.cancelled()))
    await asyncio.sleep(1)
    print("cancel:", future.cancel("closed"), "again:", future.cancel(), future)
    print(await asyncio.gather(*tasks))
    for method in (future.result, future.exception, lambda: future.set_result(1)):
        try:
            method()
        except (asyncio.CancelledError, asyncio.InvalidStateError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
