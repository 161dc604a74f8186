# time.sleep in the loop holds up the loop only: threads go on, their results wait.
import asyncio
import time


def nap(name, naps):
    for seconds in naps:
        time.sleep(seconds)
    print(f"{time.monotonic():.2f} {name} ends")
    return name


async def watch(name, *naps):
    result = await asyncio.to_thread(nap, name, naps)
    print(f"{asyncio.get_running_loop().time():.2f} loop has the result of {result}")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(watch("a", 0.5, 0.6), watch("b", 1), watch("c", 0.8, 0.4), watch("d", 0.9))
    print(f"{loop.time():.2f} the loop blocks, the threads go on")
    futures = [loop.run_in_executor(None, nap, n, [s]) for n, s in (("e", 0.5), ("f", 0.3), ("g", 3))]
    for future in futures:
        future.add_done_callback(lambda f: print(f"{loop.time():.2f} callback for {f.result()}"))
    time.sleep(2)
    print(f"{loop.time():.2f} the loop is back, done: {[f.done() for f in futures]}")
    await asyncio.sleep(0)
    print("one pass later:", [f.done() for f in futures])
    print(await asyncio.gather(*futures))


asyncio.run(main())
