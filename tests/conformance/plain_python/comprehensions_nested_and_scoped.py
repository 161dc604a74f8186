# List, dict and set comprehensions: nesting, several conditions, scopes and closures.
matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([row[1] for row in matrix], [[row[i] for row in matrix] for i in range(3)])
print([x for row in matrix for x in row if x % 2 if x > 2], [sum(r) for r in zip(*matrix)])
print([(i, j) for i in range(3) for j in range(i)], [x if x > 4 else -x for x in (3, 5)])
x = "untouched"
squares = [x**2 for x in range(5)]
print(x, squares)
words = "the quick brown fox jumps over the lazy dog the end".split()
print({w: len(w) for w in words if len(w) > 3})
print({len(w): w for w in words})
print(sorted({w[0] for w in words}), {n % 3 for n in range(10)})
index = {}
for i, w in enumerate(words):
    index.setdefault(w, []).append(i)
print({w: at for w, at in index.items() if len(at) > 1})
inverse = {v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()}
print(inverse)
print([y := 1, y**2], [last := n for n in range(4)], last)
running = 0
print([running := running + n for n in range(1, 6)], running)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
print([[*range(n)] for n in range(4)], {**{"a": 1}, "b": 2, **{"a": 3}}, [*"ab", *[1], *{}])
print([(lambda v: v * 2)(n) for n in range(3) if (half := n / 2) < 1], half)
print([c for c in "hello" if c not in "aeiou"], "".join(c.upper() if i % 2 else c for i, c in enumerate("hello")))


class Grid:
    size = 3
    cells = [(r, c) for r in range(2) for c in range(2)]

    def rows(self):
        return ["".join("#" if (r + c) % 2 else "." for c in range(self.size)) for r in range(self.size)]


print(Grid.cells, Grid().rows())
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)
try:
    [a for a, b in [(1, 2), (3,)]]
except ValueError as e:
    print(e)
