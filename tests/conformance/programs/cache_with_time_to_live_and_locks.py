# An async cache decorator: entries expire, concurrent callers of one key share one computation.
import asyncio
import functools
from collections import defaultdict


def ttl_cache(seconds, maxsize=3):
    def decorate(func):
        entries, locks = {}, defaultdict(asyncio.Lock)
        info = {"hits": 0, "misses": 0, "expired": 0, "evicted": 0}

        @functools.wraps(func)
        async def wrapper(*key):
            loop = asyncio.get_running_loop()
            async with locks[key]:
                if key in entries:
                    value, until = entries[key]
                    if loop.time() < until:
                        info["hits"] += 1
                        return value
                    del entries[key]
                    info["expired"] += 1
                info["misses"] += 1
                value = await func(*key)
                entries[key] = value, loop.time() + seconds
                while len(entries) > maxsize:
                    del entries[next(iter(entries))]
                    info["evicted"] += 1
                return value

        wrapper.info = info
        wrapper.entries = entries
        return wrapper

    return decorate


@ttl_cache(seconds=5)
async def lookup(city):
    now = asyncio.get_running_loop().time()
    print(f"{now:5.1f} asking for {city}")
    await asyncio.sleep(1)
    if city == "Atlantis":
        raise LookupError(city)
    return f"{city} at {now:.0f}"


async def main():
    print(await asyncio.gather(*(lookup(c) for c in ("Rome", "Oslo", "Rome", "Rome", "Oslo"))))
    print(await lookup("Rome"), lookup.info)
    await asyncio.sleep(5)
    print(await lookup("Rome"), lookup.info)
    results = await asyncio.gather(lookup("Atlantis"), lookup("Atlantis"), return_exceptions=True)
    print([repr(r) for r in results], len(lookup.entries))
    for c in ("Bern", "Kyiv", "Lima"):
        await lookup(c)
    print([k[0] for k in lookup.entries], lookup.info)


asyncio.run(main())
