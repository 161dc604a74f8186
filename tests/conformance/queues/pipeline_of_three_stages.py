# Stages joined by queues work at the same time: the total is set by the slowest stage.
import asyncio
import time


async def stage(name, seconds, work, inbox, outbox):
    while True:
        item = await inbox.get()
        if item is None:
            await outbox.put(None)
            return name
        await asyncio.sleep(seconds)
        await outbox.put(work(item))


async def main():
    q = [asyncio.Queue(maxsize=1) for _ in range(3)] + [asyncio.Queue()]
    stages = [
        asyncio.create_task(stage("read", 0.1, str, q[0], q[1])),
        asyncio.create_task(stage("parse", 0.4, lambda s: s.zfill(3), q[1], q[2])),
        asyncio.create_task(stage("save", 0.2, lambda s: f"<{s}>", q[2], q[3])),
    ]
    start = time.perf_counter()
    for n in range(8):
        await q[0].put(n)
        print(f"{time.perf_counter() - start:.1f} fed {n}")
    await q[0].put(None)
    print(await asyncio.gather(*stages))
    print(f"{time.perf_counter() - start:.1f} s in all, not {8 * 0.7:.1f}")
    out = []
    while (x := q[3].get_nowait()) is not None:
        out.append(x)
    print("".join(out))


asyncio.run(main())
