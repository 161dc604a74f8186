# Where all children are done, gather is done at once, and awaiting it does not give way.
import asyncio


async def value(x):
    return x


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(value(i)) for i in range(3)]
    await asyncio.sleep(0)
    print([t.done() for t in tasks])
    loop.call_soon(print, "callback 1")
    loop.call_soon(loop.call_soon, print, "callback 2")
    g = asyncio.gather(*tasks)
    print("gather done:", g.done())
    print(await g)
    failed = loop.create_future()
    failed.set_exception(KeyError("lost"))
    g = asyncio.gather(failed, *tasks)
    print("done before the wait:", g.done())
    try:
        await g
    except KeyError as error:
        print("KeyError", error)


asyncio.run(main())
