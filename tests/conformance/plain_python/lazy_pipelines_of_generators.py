# Generators compute on demand; generator expressions bind their first iterable at once.
from itertools import islice

log = []


def numbers():
    n = 0
    while True:
        log.append(f"make {n}")
        yield n
        n += 1


def only_even(source):
    for x in source:
        if x % 2 == 0:
            yield x


def squared(source):
    return (x * x for x in source)


pipeline = squared(only_even(numbers()))
print("nothing made:", log)
print(list(islice(pipeline, 3)), log)
print(next(pipeline), len(log))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def takewhile(test, source):
    for x in source:
        if not test(x):
            return
        yield x


print(list(takewhile(lambda x: x < 100, fib())))
print(sum(x for x in takewhile(lambda x: x < 4_000_000, fib()) if x % 2 == 0))


def sieve():
    composites = {}
    q = 2
    while True:
        if q not in composites:
            yield q
            composites[q * q] = [q]
        else:
            for p in composites.pop(q):
                composites.setdefault(p + q, []).append(p)
        q += 1


print(list(islice(sieve(), 20)))

data = [1, 2, 3]
gen = (x * factor for x in data)
factor = 10
data = [100]
print(list(gen), list(gen))
try:
    broken = (x for x in 5)
except TypeError as e:
    print("at once:", e)
lazy = (1 / x for x in [1, 0])
print(next(lazy))
try:
    next(lazy)
except ZeroDivisionError as e:
    print("later:", e, list(lazy))
print(any(x > 2 for x in [1, 2, 3, "never compared"]), all(x for x in []), max((len(w), w) for w in ("a", "ccc", "bb")))
