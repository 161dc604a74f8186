# __call__, __bool__, __len__, __index__, __int__, __float__, __format__, __bytes__.
class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        result = 0
        for c in self.coefficients:
            result = result * x + c
        return result

    def __bool__(self):
        return any(self.coefficients)

    def __format__(self, spec):
        if spec == "deg":
            return str(len(self.coefficients) - 1)
        return " ".join(format(c, spec) for c in self.coefficients)


class Seven:
    def __index__(self):
        return 7

    def __float__(self):
        return 7.5

    def __str__(self):
        return "seven"

    def __bytes__(self):
        return b"7"


p = Polynomial(1, 0, -2)
print(p(3), [p(x) for x in range(4)], bool(p), bool(Polynomial(0, 0)))
print(f"{p} | {p:+.1f} | {p:deg}", callable(p), callable(3))
s = Seven()
print(list(range(10))[s], "x" * 3 + "abcdefgh"[s], int(s), float(s), hex(s), bytes(s), f"{s}")
print([0] * 3, "ab" * Seven(), range(s), divmod(100, s.__index__()))
for bad in (lambda: 1 + s, lambda: list("ab")[1.0], lambda: range(2.0), lambda: "a" * 1.5, lambda: f"{s:>10}", lambda: s()):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Odd:
    def __bool__(self):
        return 1

    def __str__(self):
        return 5


for bad in (lambda: bool(Odd()), lambda: str(Odd())):
    try:
        bad()
    except TypeError as e:
        print(e)
