# Recursive functions, and RecursionError as an exception like any other.
import sys


def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i, x in enumerate(items):
        for p in permutations(items[:i] + items[i + 1 :]):
            yield [x, *p]


def flatten(x):
    return [y for part in x for y in flatten(part)] if isinstance(x, (list, tuple)) else [x]


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(" ".join(hanoi(3)), len(hanoi(10)))
print([ackermann(2, n) for n in range(5)])
print(["".join(p) for p in permutations(list("abc"))])
print(flatten([1, [2, (3, [4]), []], [[[5]]]]), even(300), odd(301))


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, e, isinstance(e, RuntimeError))


class Loop:
    def __repr__(self):
        return f"<{self!r}>"


try:
    repr(Loop())
except RecursionError as e:
    print("repr:", str(e)[:32])
nested = []
nested.append(nested)
d = {"self": nested}
d["d"] = d
print(nested, d, sys.getrecursionlimit() >= 500)
