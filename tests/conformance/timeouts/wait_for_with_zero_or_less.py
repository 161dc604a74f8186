# A timeout of zero: a done future gives its result, a coroutine never starts.
import asyncio


async def hello():
    print("hello starts")
    return "hello"


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("was done")
    print(await asyncio.wait_for(done, 0))
    for timeout in (0, -1):
        task = asyncio.create_task(hello())
        loop.call_soon(print, "callback", timeout)
        try:
            print(await asyncio.wait_for(task, timeout))
        except TimeoutError:
            print("TimeoutError with", timeout, task.cancelled(), loop.time())
    try:
        print(await asyncio.wait_for(hello(), 0))
    except TimeoutError:
        print("TimeoutError for the coroutine")
    print(await asyncio.wait_for(hello(), 1e-9))


asyncio.run(main())
