# Classes that extend list, dict, tuple and set, with methods of their own and super().
def tell(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)



class Stack(list):
    def __repr__(self):
        return "Stack" + super().__repr__()

    def push(self, item):
        self.append(item)
        return self


class Doubling(dict):
    def __missing__(self, key):
        return key * 2


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))


class Doubled(set):
    def add(self, x):
        super().add(x * 2)


stack = Stack([1, 2])
tell(lambda: (stack.push(3), len(stack), stack[1:], stack + [4], stack == [1, 2, 3], [stack], type(stack[:]), Stack("ab")))
tell(lambda: (stack.copy(), isinstance(stack, list), type(stack.copy()), sorted(stack, reverse=True), 2 in stack, bool(Stack())))
stack[0] = 9
del stack[1]
tell(lambda: (stack, list(stack), stack * 2, stack.index(3), stack.pop(), max(stack)))
d = Doubling(a=1)
tell(lambda: (d["a"], d["zz"], d.get("zz"), d, "zz" in d, len(d), dict(d), {**d}, list(d), d | {"b": 2}, d == {"a": 1}))
tell(lambda: (Doubling({"x": 1}, z=2), Doubling.fromkeys("ab", 0), type(Doubling.fromkeys("a")), type(d.copy()), d.setdefault("n", 5)))
p = Pair(1, 2)
tell(lambda: (p, p[0], p + (3,), len(p), hash(p) == hash((1, 2)), {p: 1}[(1, 2)], p == (1, 2), p < (1, 3), type(p[:]), type(p * 2)))
s = Doubled([1])
s.add(5)
tell(lambda: (sorted(s), 10 in s, len(s), type(s | {1}), type(s.copy()), s == {1, 10}, s >= {10}, Doubled()))
a = [1]
a.append(a)
b = {}
b["b"] = b
c = ([],)
c[0].append(c)
tell(lambda: (a, b, c))
tell(lambda: (list.__len__([1]), list.__getitem__([4, 5], 1), tuple.__add__((1,), (2,)), set.__or__({1}, [1]), list.__eq__([1], 5)))
tell(lambda: list.append(1, 2))
tell(lambda: dict.__contains__({1: 2}, 1))
tell(lambda: (list[int], dict[str, list[int]], int | None, list[int](), tuple[int, ...], isinstance(None, int | None)))
