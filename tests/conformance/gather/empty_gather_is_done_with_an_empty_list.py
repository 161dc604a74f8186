# gather() of nothing is a plain future that is done from the start.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback")
    g = asyncio.gather()
    print(type(g).__name__, g.done())
    print("result", await g)
    results = await asyncio.gather(*[])
    print(results, results is not await g)
    g.add_done_callback(lambda f: print("done callback", f.result()))
    print("main gives way")
    await asyncio.sleep(0)
    print("end", g.done())


asyncio.run(main())
