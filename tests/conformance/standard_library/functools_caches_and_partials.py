# lru_cache and cache with their statistics, partial, reduce, cached_property, total_ordering, cmp_to_key.
import functools
import operator
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, reduce, total_ordering


@lru_cache(maxsize=2)
def slow(n):
    print("computing", n)
    return n * n


print(slow(1), slow(2), slow(1), slow(3), slow(2), slow(n=2))
print(slow.cache_info(), slow.cache_parameters(), slow.__wrapped__(5), slow.__name__)
slow.cache_clear()
print(slow.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().hits, fib.cache_info().currsize)


@lru_cache(maxsize=None, typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info())
double = partial(operator.mul, 2)
to_binary = partial(int, base=2)
show = partial(print, "[log]", sep=" | ", end=" .\n")
print(double(21), to_binary("1011"), to_binary.keywords, double.args, double.func is operator.mul)
show("message", 5)
show("other", sep="-")
print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * 10 + b, [1, 2, 3], 9), reduce(max, [3, 9, 2]), reduce(operator.add, [], "empty"))


class Data:
    def __init__(self, values):
        self.values = values

    @cached_property
    def mean(self):
        print("mean computed")
        return sum(self.values) / len(self.values)


d = Data([1, 2, 3, 6])
print(d.mean, d.mean, vars(d))
del d.mean
print(d.mean)


@total_ordering
class Card:
    def __init__(self, rank):
        self.rank = rank

    def __eq__(self, other):
        return self.rank == other.rank

    def __lt__(self, other):
        return self.rank < other.rank


print(Card(3) >= Card(2), Card(3) <= Card(2), Card(1) > Card(1), sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))
for bad in (lambda: slow([]), lambda: reduce(operator.add, []), lambda: partial(5), lambda: double(1, 2)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
