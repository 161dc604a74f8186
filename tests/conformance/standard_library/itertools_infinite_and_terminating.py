# count, cycle, repeat, accumulate, chain, compress, dropwhile, takewhile, islice, pairwise, batched, tee, zip_longest.
from itertools import *
import operator

print(list(islice(count(10), 3)), list(islice(count(1, 0.5), 4)), list(islice(count(5, -2), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(map(pow, range(4), repeat(2))))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(accumulate("abc")), list(accumulate([])))
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, "", 2])))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 1, 6, 2)), list(pairwise("abcd")), list(pairwise([1])), list(batched("abcdefg", 3)), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "xyz", fillvalue="-")))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), len(tee("x", 3)))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)], {k: "".join(g) for k, g in groupby(sorted("hello"))})
groups = groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
primes = filterfalse(lambda n: any(n % d == 0 for d in range(2, n)), count(2))
print(list(islice(primes, 8)), sum(takewhile(lambda n: n < 30, (x * x for x in count(1)))))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 0, None, 3)), list(zip_longest([1], [], [2, 3])), count(3), repeat(5, 2), next(cycle([7])))


def round_robin(*iterables):
    iterators = cycle(map(iter, iterables))
    for remaining in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, remaining))
        for it in iterators:
            try:
                yield next(it)
            except StopIteration:
                break


print("".join(round_robin("ABC", "D", "EF")))
for bad in (lambda: islice("a", -1), lambda: list(islice("a", 0, 5, 0)), lambda: list(batched("a", 0)), lambda: list(accumulate([1, "a"])), lambda: chain(5).__next__(), lambda: list(batched("abc", 2, strict=True)), lambda: list(starmap(pow, [1])), lambda: next(cycle([])), lambda: count("a"), lambda: repeat(), lambda: list(zip_longest(1))):
    try:
        print(bad())
    except BaseException as e:
        print(type(e).__name__, e)
