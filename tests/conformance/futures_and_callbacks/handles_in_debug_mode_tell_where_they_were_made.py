# Debug mode: handles with arguments and the line that made them; what can't be a callback is refused.
import asyncio, time


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    loop.call_soon(lambda: time.sleep(0.1))
    await asyncio.sleep(0.2)
    def block(n, *, k=1):
        time.sleep(n)
    import functools
    loop.call_soon(functools.partial(block, 0.07, k=2))
    loop.call_soon(block, 0.3)
    await asyncio.sleep(1)
    h = loop.call_soon(block, 0)
    print(h)

    async def coro():
        pass
    c = coro()
    try:
        loop.call_soon(c)
    except TypeError as e:
        print(e)
    try:
        loop.call_soon(coro)
    except TypeError as e:
        print(str(e).split("<")[0])
    c.close()
    try:
        loop.call_later(1, 3)
    except TypeError as e:
        print(e)


asyncio.run(main(), debug=True)
