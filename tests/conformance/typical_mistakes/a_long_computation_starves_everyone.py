# A loop without an await: nobody else runs, until it is cut into pieces with sleep(0).
import asyncio


async def heartbeat(log):
    while True:
        log.append("beat")
        await asyncio.sleep(0)


async def primes(limit, polite):
    found = []
    for n in range(2, limit):
        if all(n % p for p in found):
            found.append(n)
        if polite and n % 100 == 0:
            await asyncio.sleep(0)
    return len(found)


async def main():
    for polite in (False, True):
        log = []
        beat = asyncio.create_task(heartbeat(log))
        await asyncio.sleep(0)
        count = await primes(1000, polite)
        print(f"polite={polite}: {count} primes, {len(log)} heartbeats")
        beat.cancel()
    print("time:", asyncio.get_running_loop().time())


asyncio.run(main())
