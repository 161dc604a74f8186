import asyncio

async def fetch(n, delay, size):
    print(f"start {n}")
    await asyncio.sleep(delay)
    print(f"got {n}: {size} bytes")
    await asyncio.sleep(0.5)
    return size

async def main():
    sizes = await asyncio.gather(
        fetch(1, 0.6, 7699),
        fetch(2, 1.0, 20875),
        fetch(3, 1.0, 19252),
    )
    print(sum(sizes))

asyncio.run(main())
