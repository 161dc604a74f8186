# A semaphore bounds how many tasks are inside at the same moment.
import asyncio

inside = 0
peak = 0


async def download(n: int, sem: asyncio.Semaphore) -> str:
    global inside, peak
    async with sem:
        inside += 1
        peak = max(peak, inside)
        now = asyncio.get_running_loop().time()
        print(f"{now:4.2f}  start {n} ({inside} inside)")
        await asyncio.sleep(0.25 * n)
        inside -= 1
    return f"page {n}"


async def main() -> None:
    sem = asyncio.Semaphore(2)
    pages = await asyncio.gather(*[download(n, sem) for n in range(1, 7)])
    print(pages)
    print("peak", peak, "and now", inside)


asyncio.run(main())
