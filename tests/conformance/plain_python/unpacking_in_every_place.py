# Sequence unpacking, stars, nested targets, swaps, calls, and the messages when it fails.
a, b = 1, 2
a, b = b, a
(c, d), [e, *f] = (3, 4), "xyz"
print(a, b, c, d, e, f)
first, *middle, last = range(6)
*start, end = "ab"
head, *empty = [1]
print(first, middle, last, start, end, head, empty)
for name, (x, y), *rest in [("p", (1, 2)), ("q", (3, 4), 5, 6)]:
    print(name, x, y, rest)
a = b = c = []
a.append(1)
print(b, c is a)
i = 0
items = [10, 20, 30]
i, items[i] = 2, "changed"
print(i, items)
i = 1
items[i], i = "again", 0
print(items, i)
[k, v] = {"key": 1, "other": 2}
print(k, v)
(single,) = {"only"}
print(single, *[1, 2], *"ab", sep="-")


class Point:
    pass


p = Point()
p.x, p.y = 5, 6
store = {}
store["a"], (store["b"], *store["c"]) = 1, "xyz"
print(vars(p), store)


def both():
    return 1, 2


one, two = both()
t = (*both(), 3)
print(one + two, t, [*both()], {*both()} == {1, 2}, (lambda *a: a)(*both(), *both()))
x, y, z = sorted(input_ for input_ in (3, 1, 2))
print(x, y, z)
print([(i, a + b) for i, (a, b) in enumerate(zip("ab", "cd"))])
for bad in (
    lambda: [(a, b) for a, b in [(1, 2, 3)]],
    lambda: [(a, b, c) for a, b, c in [(1, 2)]],
    lambda: [(a, b) for a, b, *c in [(1,)]],
    lambda: [(a, b) for a, b in [5]],
    lambda: [(a, b) for a, b in ["x"]],
    lambda: [0 for a, b in [{}]],
    lambda: print(*None),
):
    try:
        bad()
    except Exception as err:
        print(type(err).__name__, err)
