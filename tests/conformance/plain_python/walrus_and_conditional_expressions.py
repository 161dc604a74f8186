# The walrus in conditions and loops, chained comparisons, short circuits, precedence.
def source():
    yield from ["alpha", "", "beta", None, "never"]


it = source()
while (line := next(it)) is not None:
    if n := len(line):
        print(line, n)
    else:
        print("(empty)", n)

if (m := max([3, 8, 5])) > 7 and (half := m / 2):
    print(m, half)
print([y for x in (1, 2, 3) if (y := x * x) > 1], y)
print((a := 1) + (b := 2), a, b)


def loud(name, value):
    print(name, end=" ")
    return value


print(loud("a", 1) < loud("b", 2) < loud("c", 0) < loud("d", 9))
print(loud("x", 0) or loud("y", "") or loud("z", []), loud("p", 1) and loud("q", "last"))
print(loud("t", 1) if loud("cond", 0) else loud("f", 2))
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, (3 > 2) == 2, 1 == True is not None, "a" in "abc" in ["abc"])
print(not 1 == 2, not True or True, -2**2, (-2) ** 2, 2**3**2, 2**-1, -7 // 2, -7 % 3, 7 % -3, not not [])
print(5 & 3 | 4 ^ 1, 1 << 3 - 1, ~5, 10 - 2 - 3, 2 * 3 % 4, "b" > "a" and "c" or "d")
print(None or "default", 0 or None, [] and 1, "" or 0 or "end", bool("False"), bool(0.0), bool([[]]), 3 and 4)
print(1 if True else 2 if False else 3, (lambda x: x or "none")(0), [1, 2][False], "yes" * True + "no" * False)
value = 15
grade = "A" if value > 20 else "B" if value > 10 else "C"
print(grade, value if value else "zero", 10 <= value <= 20, not 10 <= value < 15)
print(True + True, sum([True, False, True]), True == 1, isinstance(True, int))
