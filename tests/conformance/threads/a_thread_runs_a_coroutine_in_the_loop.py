# run_coroutine_threadsafe: the thread waits for the result of a coroutine.
import asyncio
import time


async def lookup(key):
    print(f"{asyncio.get_running_loop().time():.1f} lookup {key}")
    await asyncio.sleep(0.5)
    if key == "missing":
        raise KeyError(key)
    return key.upper()


def worker(loop, keys):
    results = []
    for key in keys:
        time.sleep(0.2)
        future = asyncio.run_coroutine_threadsafe(lookup(key), loop)
        try:
            results.append(future.result())
        except KeyError as error:
            results.append(f"no {error}")
        print(f"{time.monotonic():.1f} thread got {results[-1]}")
    future = asyncio.run_coroutine_threadsafe(lookup("slow"), loop)
    try:
        future.result(timeout=0.3)
    except TimeoutError:
        print(f"{time.monotonic():.1f} thread lost patience, cancel: {future.cancel()}")
    return results


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(worker, loop, ["a", "missing", "b"]))
    await asyncio.sleep(1)
    print("tasks left:", len(asyncio.all_tasks()))


asyncio.run(main())
