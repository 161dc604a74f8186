# On a full queue the putters wait in line; each get lets one of them in.
import asyncio


async def putter(q, item, log):
    await q.put(item)
    log.append(f"{item} in")


async def main():
    q, log = asyncio.Queue(1), []
    putters = [asyncio.create_task(putter(q, c, log)) for c in "abcd"]
    await asyncio.sleep(0)
    for _ in range(4):
        log.append(f"got {await q.get()}")
        await asyncio.sleep(0)
    await asyncio.gather(*putters)
    print(log)

    log.clear()
    for c in "ef":
        asyncio.create_task(putter(q, c, log))
    await asyncio.sleep(0)
    # Several gets in a row without a pause wake several putters.
    print(await q.get(), q.qsize(), end=" ")
    await asyncio.sleep(0)
    print(await q.get(), log)


asyncio.run(main())
