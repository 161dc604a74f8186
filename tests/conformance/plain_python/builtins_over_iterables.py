# enumerate, zip (strict), map, filter, reversed, iter with a sentinel, any, all, sum, min, max with keys.
names, ages = ["Ann", "Bob", "Cid"], [30, 25]
print(list(enumerate(names)), list(enumerate("ab", start=5)), dict(enumerate("xy")), list(zip(names, ages)), list(zip()), list(zip("ab")), list(zip("abc", range(9), [True, False])))
try:
    print(list(zip(names, ages, strict=True)))
except ValueError as e:
    print(e)
try:
    print(list(zip(ages, names, "x", strict=True)))
except ValueError as e:
    print(e)
print(list(map(str.upper, names)), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(int, "123")), sum(map(len, names)), list(filter(None, [0, 1, "", "a", [], None])), list(filter(lambda n: n > 26, ages)))
rolls = iter([3, 5, 6, 1, 6])
print(list(iter(lambda: next(rolls), 6)), list(rolls), list(reversed([1, 2])), list(reversed("ab")), any([]), all([]), any(x > 4 for x in [1, 5]), all("a"))
print(min(3, 1, 2), max("apple", "fig", key=len), min([], default="none"), max({"a": 3, "b": 9}.items(), key=lambda kv: kv[1]), min("b", "a", key=ord), max([1, 2], [1, 3]), max(1, 1.0), min(True, 1), sum([[1], [2]], []), sum((x for x in (1, 2)), 10))
it = iter("abc")
print(next(it), next(it), next(it), next(it, "end"), list(it))
both = zip(*[iter(range(6))] * 2)
print(list(both), next(both, None), sorted(zip(ages, names)), [*map(pow, [2, 3], [3, 2])], list(map(print, "ab")))
print(abs(-3), pow(2, 10), round(3.14159, 3), divmod(7, 2), bin(5), hex(255), oct(8), chr(97), ord("a"), id(it) == id(it), callable(len), repr("q"), ascii("é"), bool([]), hash("a") == hash("a"), isinstance(3, (int, str)), issubclass(bool, int), len({1, 2}), type(3) is int, str(5) + repr(5))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


c = Countdown(3)
print(list(c), list(c), 2 in Countdown(4), sorted(Countdown(3)), [*Countdown(2)], dict(zip(Countdown(2), "ab")))
lazy = map(lambda x: 1 / x, [1, 0, 2])
print(next(lazy))
for bad in (lambda: next(lazy), lambda: next([]), lambda: iter(5), lambda: list(map(len, [1])), lambda: sum("ab"), lambda: sum([1, "a"]), lambda: max([1, "a"]), lambda: enumerate(5), lambda: zip(1, 2), lambda: map(), lambda: map(None, [1]).__next__(), lambda: next(iter([])), lambda: reversed({1}), lambda: abs("x"), lambda: min(), lambda: filter(5, [1]).__next__(), lambda: max(1, 2, default=0), lambda: round(1, "a"), lambda: hash([])):
    try:
        print(bad())
    except BaseException as e:
        print(type(e).__name__, e)
