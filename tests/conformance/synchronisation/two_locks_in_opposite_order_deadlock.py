# Two tasks that take two locks in opposite order hold each other up until a timeout.
import asyncio


async def transfer(name, first, second, log):
    async with first:
        log.append(f"{name} has one lock")
        await asyncio.sleep(0.1)
        async with second:
            log.append(f"{name} has both")


async def attempt(ordered):
    left, right = asyncio.Lock(), asyncio.Lock()
    log = []
    pairs = [(left, right), (left, right) if ordered else (right, left)]
    tasks = [asyncio.create_task(transfer(f"T{i}", *p, log)) for i, p in enumerate(pairs, 1)]
    done, pending = await asyncio.wait(tasks, timeout=5)
    for t in pending:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    now = asyncio.get_running_loop().time()
    print(f"ordered={ordered}: {len(done)} done, {len(pending)} stuck at {now:.1f}")
    print("  ", "; ".join(log))
    print("   locks:", left.locked(), right.locked())


async def main():
    await attempt(ordered=False)
    await attempt(ordered=True)


asyncio.run(main())
