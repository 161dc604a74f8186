# A handler calls time.sleep: the loop stands still, timers are late, debug mode names the culprit.
import asyncio
import logging
import time

logging.basicConfig(level=logging.WARNING, format="%(levelname)s:%(name)s:slow callback reported")


async def heartbeat():
    loop = asyncio.get_running_loop()
    expected = loop.time()
    for _ in range(6):
        expected += 0.25
        await asyncio.sleep(max(0, expected - loop.time()))
        late = loop.time() - expected
        print(f"{loop.time():.2f} beat" + (f", {late:.2f}s late" if late > 0.01 else ""))


async def good_client(n):
    await asyncio.sleep(0.4)
    return f"good {n}"


async def bad_client():
    await asyncio.sleep(0.3)
    time.sleep(0.6)
    return "bad"


async def fixed_client():
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.6)
    return "fixed"


async def serve(client):
    start = time.monotonic()
    results = await asyncio.gather(heartbeat(), good_client(1), client(), good_client(2))
    print(results[1:], f"{time.monotonic() - start:.2f}s")


asyncio.run(serve(fixed_client))
asyncio.run(serve(bad_client), debug=True)
