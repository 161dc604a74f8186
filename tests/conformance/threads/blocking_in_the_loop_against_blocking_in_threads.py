# The same blocking function: three calls in the loop, then three threads.
import asyncio
import time


def query(name, seconds):
    time.sleep(seconds)
    return f"{name} took {seconds}"


async def in_the_loop(name, seconds):
    return query(name, seconds)


async def in_a_thread(name, seconds):
    return await asyncio.to_thread(query, name, seconds=seconds)


async def main():
    heartbeat_log = []

    async def heartbeat():
        while True:
            heartbeat_log.append(f"{time.perf_counter():.1f}")
            await asyncio.sleep(0.5)

    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    for way in (in_the_loop, in_a_thread):
        heartbeat_log.clear()
        start = time.perf_counter()
        print(await asyncio.gather(way("a", 1), way("b", 1.9), way("c", 1.25)))
        print(f"{way.__name__}: {time.perf_counter() - start:.2f} s, heartbeats {heartbeat_log}")
    beat.cancel()


asyncio.run(main())
