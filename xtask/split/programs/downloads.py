# Ends with: ['a.html', 'b.html', 'c.html']
import asyncio
import time


async def download(name, seconds):
    print(f"{name}: begins")
    await asyncio.sleep(seconds)
    print(f"{name}: ends after {seconds:.2f} s")
    return name


async def count():
    for number in range(3):
        print("counting", number)
        await asyncio.sleep(0)


async def main():
    started = time.perf_counter()
    counting = asyncio.create_task(count(), name="counting")
    first = asyncio.create_task(download("first", 0.05))
    await first
    await counting
    print(counting.get_name(), counting.done(), first.result())
    results = await asyncio.gather(
        download("a.html", 0.03),
        download("b.html", 0.01),
        download("c.html", 0.02),
    )
    elapsed = time.perf_counter() - started
    print(f"all in {elapsed:.1f} s, {len(results)} of them")
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    loop.call_later(0.01, print, "later", loop.time() > 0)
    await asyncio.sleep(0.02)
    print(results)


asyncio.run(main())
