# Map-reduce over chunks of text: mappers with different speeds, a shuffle by key, reducers.
import asyncio
from collections import Counter, defaultdict
from itertools import batched, chain

TEXT = """the quick brown fox jumps over the lazy dog
the dog barks and the fox runs away
over the hill and over the river the fox runs""".split()


async def mapper(chunk):
    await asyncio.sleep(len(chunk) / 10)
    return Counter(chunk)


async def reducer(word, counts):
    await asyncio.sleep(0.01 * len(counts))
    return word, sum(counts)


async def count_words(words, size):
    loop = asyncio.get_running_loop()
    chunks = list(batched(words, size))
    print(f"{loop.time():.2f} mapping {len(chunks)} chunks")
    partial = await asyncio.gather(*map(mapper, chunks))
    shuffled = defaultdict(list)
    for word, n in chain.from_iterable(c.items() for c in partial):
        shuffled[word].append(n)
    print(f"{loop.time():.2f} reducing {len(shuffled)} keys")
    reduced = await asyncio.gather(*(reducer(w, ns) for w, ns in shuffled.items()))
    print(f"{loop.time():.2f} done")
    return dict(reduced)


async def main():
    totals = await count_words(TEXT, 7)
    for word, n in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:6]:
        print(f"{word:<6} {'*' * n} {n}")
    assert totals == Counter(TEXT)
    longest = max(totals, key=lambda w: (len(w), w))
    print(longest, sum(totals.values()), len(TEXT))


asyncio.run(main())
