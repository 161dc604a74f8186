# Done callbacks that raise, that add others, and that are functools.partial.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []
    f = loop.create_future()
    def cb(n):
        def inner(fut):
            order.append((n, fut.result()))
            if n == 1:
                raise ValueError("in done callback")
            if n == 2:
                fut.add_done_callback(cb(9))
        return inner
    for n in range(4):
        f.add_done_callback(cb(n))
    f.set_result("r")
    print(order)
    await asyncio.sleep(0)
    print(order)
    await asyncio.sleep(0)
    print(order)
    t = asyncio.create_task(asyncio.sleep(0, "v"))
    t.add_done_callback(lambda t: print("task done", t.result(), asyncio.current_task()))
    await t
    await asyncio.sleep(0)
    import functools
    t = asyncio.create_task(asyncio.sleep(0, "p"))
    t.add_done_callback(functools.partial(print, "partial"))
    print(t)
    await t
    await asyncio.sleep(0)
    f = loop.create_future()
    f.add_done_callback(functools.partial(cb(5), 1, k=2))
    print(f)
    f.cancel()
    await asyncio.sleep(0)


asyncio.run(main())
