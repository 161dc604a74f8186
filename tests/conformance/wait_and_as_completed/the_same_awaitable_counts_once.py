# wait and as_completed make a set of what they get; futures can be mixed in.
import asyncio


async def work(x):
    await asyncio.sleep(x)
    return x


async def main():
    loop = asyncio.get_running_loop()
    coroutine = work(1)
    print([await c for c in asyncio.as_completed([coroutine, coroutine])])
    future = loop.create_future()
    loop.call_later(0.5, future.set_result, "by hand")
    task = asyncio.create_task(work(1))
    print([await c for c in asyncio.as_completed([task, future, task])])

    future = loop.create_future()
    loop.call_later(0.5, future.cancel)
    failing = loop.create_future()
    loop.call_later(0.2, failing.set_exception, OSError("disk"))
    done, pending = await asyncio.wait([future, failing, future])
    print(len(done), len(pending), future.cancelled(), repr(failing.exception()), loop.time())


asyncio.run(main())
