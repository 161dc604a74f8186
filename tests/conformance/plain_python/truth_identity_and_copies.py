# Truth values of everything, is against ==, shallow and deep copies, small shared objects, mutability.
import copy

values = [0, 1, -1, 0.0, -0.0, 1e-300, "", " ", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, b"", b"\0", range(0), range(1), object, len, ..., float("nan"), 0j]
print([bool(v) for v in values].count(True), [repr(v) for v in values if not v])


class Empty:
    def __len__(self):
        return 0


class Never:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


print(bool(Empty()), bool(Never()), bool(type("Any", (), {})()), not Empty() and "empty", Empty() or "other")
a = [1, [2, 3], {"k": [4]}]
b, c, d, e = a, a[:], copy.copy(a), copy.deepcopy(a)
a[0] = "changed"
a[1].append("inner")
a[2]["k"].append("deep")
print(b, c, d, e, sep="\n")
print(b is a, c is a, c == d, c[1] is a[1], e[1] is a[1])
x = None
print(x is None, x == None, type(x).__name__, (lambda: None)() is None, True is True, not None)
t = ([],)
t[0].append(1)
u = t + ()
print(t, u is t or u == t, (1, 2) == tuple([1, 2]), [1, 2] == (1, 2), "ab" == "a" + "b", 1 == "1", {1} == frozenset({1}))


def change(items, number, text):
    items.append("new")
    number += 1
    text = text + "!"
    items = ["rebound"]
    return items, number, text


mine, n, s = ["old"], 1, "hi"
print(change(mine, n, s), mine, n, s)
memo = {}
shared = [1]
pair = copy.deepcopy([shared, shared], memo)
print(pair[0] is pair[1], pair[0] is shared, copy.copy("text"), copy.deepcopy((1, [2])))


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    def __copy__(self):
        n = Node(self.name + "'")
        n.links = self.links
        return n


n1 = Node("n")
n1.links.append(n1)
n2, n3 = copy.copy(n1), copy.deepcopy(n1)
print(n2.name, n2.links[0] is n1, n3.links[0] is n3, n3.name)
