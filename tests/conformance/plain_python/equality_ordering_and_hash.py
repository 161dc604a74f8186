# Defining __eq__ removes __hash__; comparisons fall back to the other side.
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


class OnlyEq:
    def __eq__(self, other):
        return True


a, b, c = Version("1.2"), Version("1.10"), Version("1.2")
print(a == c, a != c, a < b, a > b, a is c, a == "1.2", a != 5)
print(sorted([b, a, Version("0.9")]), max(a, b), min(b, a))
print(len({a, b, c}), {a: "x"}[c])
for bad in (lambda: a <= b, lambda: a < 3, lambda: 3 < a, lambda: hash(OnlyEq()), lambda: {OnlyEq()}, lambda: {[]: 1}):
    try:
        print(bad())
    except TypeError as e:
        print(e)
print(OnlyEq() == 3, 3 == OnlyEq(), [OnlyEq()] == ["anything"], OnlyEq.__hash__)
print(object() == object(), None == 0, (1, "a") < (1, "b"), [1, 2] < [1, 2, 0], "Z" < "a")
print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True), {1: "int", 1.0: "float", True: "bool"})
nan = float("nan")
print(nan == nan, [nan] == [nan], nan in [nan], nan in [float("nan")])
