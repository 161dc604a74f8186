# Tuples are immutable sequences; ranges are lazy ones with arithmetic membership.
t = (1, "two", 3.0)
print(t, (), (1,), 1, (1), tuple("ab"), t + (4,), t * 2, t[1:], t[::-1], len(t), "two" in t, t.index(3), t.count(1), (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)))
x, *rest = t
print(x, rest, (a := 1, 2), sorted((3, 1, 2)), max((1, 5), (2, 0)), min("ab", "b"), tuple(i * i for i in range(4)), {(0, 0): "origin"}[0, 0], (1, [2])[1], divmod(17, 5))
r = range(2, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:3], r[::-1], 8 in r, 9 in r, 8.0 in r, "8" in r, r.index(8), r.count(5), r.start, r.stop, r.step)
print(list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3, 1), range(0) == range(5, 5), range(1, 10, 4) == range(1, 12, 4), list(reversed(range(4))), sum(range(101)), max(range(5)), len(range(10**12)), 10**11 in range(0, 10**12, 7), range(10**20)[-1], bool(range(0)), hash(range(3)) == hash(range(3)))
for i in range(10, 0, -3):
    print(i, end=" ")
for i, j in zip(range(3), range(10, 40, 10)):
    print(i * j, end=" ")
print()
matrix = ((1, 2), (3, 4))
print(tuple(zip(*matrix)), [sum(row) for row in matrix], tuple(map(max, matrix)))
for bad in (
    lambda: t[3],
    lambda: t.append(1),
    lambda: t.__setitem__(0, 1),
    lambda: t + [1],
    lambda: (1, "a") < ("a", 1),
    lambda: t.index("x"),
    lambda: range(1, 2, 0),
    lambda: range("3"),
    lambda: range(1.5),
    lambda: range(),
    lambda: range(1, 2, 3, 4),
    lambda: r[99],
    lambda: r.index(9),
    lambda: range(3) + range(3),
    lambda: hash(([],)),
    lambda: tuple(1, 2),
    lambda: t(),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    range(3)[0] = 1
except TypeError as e:
    print(e)
