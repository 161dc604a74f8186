# Set algebra, updates in place, comparisons, frozenset as a key; small ints keep CPython's order.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a.union([9], (8,)), a.intersection(b, {4}), a.difference([1], [2]), a.symmetric_difference([1, 99]))
print({1, 2} < a, a <= a, a < a, {1, 2}.issubset(a), a.issuperset([1]), a.isdisjoint({7}), a == {4, 3, 2, 1}, {1} == frozenset([1]), a > b, {1, 2} != {1})
print({5, 3, 1}, {10, 2, 7, 2}, set([3, 2, 1, 3]), {0, -1 + 1, False, 0.0}, set(), {*()}, set(range(5)), len({"a", "a", "b"}), {n % 3 for n in range(9)})
s = {1}
print(s.add(2), s.add(2), s, s.discard(9), s.remove(1), s, s.update([5, 6], {7}), s, s.intersection_update({5, 6, 2}), s, s.difference_update({2}), s, s.symmetric_difference_update({5, 8}), s)
s |= {10}
s &= {10, 8}
s -= {8}
s ^= {1, 10}
print(s, s.pop(), s, bool(s), s.copy(), s.clear())
f = frozenset("abca")
print(len(f), "a" in f, f == set("abc"), {f: "key"}[frozenset("cba")], hash(f) == hash(frozenset("cab")), type(f | {"z"}), type({"z"} | f), frozenset(), frozenset([2, 1]), {frozenset({1}), frozenset({1})})
print(sorted({"pear", "apple", "fig"}), max({3, 9, 4}), sum({1, 2, 3}), list({7}), [x for x in sorted({3, 1, 2}, reverse=True)], any({0}), all(set()))
seen, unique = set(), []
for x in [3, 1, 3, 2, 1]:
    if x not in seen:
        seen.add(x)
        unique.append(x)
print(unique, list(dict.fromkeys([3, 1, 3, 2, 1])), set("hello") & set("world") == {"l", "o"}, set([1, 2]) | set([2]) == {1, 2})


class Card:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)


print(len({Card(1), Card(1), Card(2)}), Card(1) in {Card(1)}, {1, 1.0, True}, {"1", 1} == {1, "1"})
for bad in (
    lambda: s.remove(77),
    lambda: set().pop(),
    lambda: {[]},
    lambda: {{}},
    lambda: {set()},
    lambda: a | [1],
    lambda: a + b,
    lambda: a[0],
    lambda: a < [1],
    lambda: f.add(1),
    lambda: set(5),
    lambda: a.union(5),
    lambda: hash(set()),
    lambda: {1: 2} | {3},
    lambda: set(1, 2),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
