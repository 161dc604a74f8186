# Members with __eq__, __hash__ and __lt__ of their own in every container.
def tell(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)



class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"V({self.x!r})"

    def __eq__(self, other):
        return isinstance(other, V) and self.x == other.x

    def __hash__(self):
        return hash(self.x)

    def __lt__(self, other):
        return self.x < other.x


class Refuses:
    def __eq__(self, other):
        raise ValueError("eq")


class Sub(V):
    def __eq__(self, other):
        return "the subclass is asked first"

    __hash__ = V.__hash__


class Greater:
    def __lt__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return "reflected"


d = {V(1): "one", V(2): "two"}
tell(lambda: (d[V(1)], V(3) in d, d.get(V(2)), d.pop(V(2)), d.setdefault(V(5), 6), d))
s = {V(1), V(2), V(1)}
tell(lambda: (len(s), V(2) in s, s - {V(2)}, s == {V(2), V(1)}, sorted(s, reverse=True), max(s), min(s)))
tell(lambda: ([V(1), V(2)] == [V(1), V(2)], [V(1), V(2)] < [V(1), V(3)], (V(1),) == (V(1),), {1: V(1)} == {1: V(1)}))
tell(lambda: ([V(1)].index(V(1)), [V(1), V(1)].count(V(1)), V(1) in [V(1)], [[V(1)]] == [[V(1)]], [[V(1)]] != [[V(2)]]))
tell(lambda: (hash((V(1), 2)) == hash((1, 2)), hash(((V(1),), 2)) == hash(((1,), 2)), {(V(1),): 3}[(V(1),)]))
values = [V(3), V(1), V(2)]
values.sort()
print(values, sorted(values, key=lambda v: -v.x), sorted(values, key=lambda v: v.x % 2, reverse=True))
tell(lambda: values.remove(V(2)) or values)
tell(lambda: Refuses() in [1])
tell(lambda: [Refuses()].index(3))
tell(lambda: {Refuses(): 1})
tell(lambda: [1, Refuses()] == [1, 2])
tell(lambda: (V(1) == Sub(1), Sub(1) == V(1), V(1) != Sub(2)))
tell(lambda: (Greater() < Greater(), 3 < Greater()))
tell(lambda: Greater() < 3)
tell(lambda: Greater() <= 3)
tell(lambda: sorted([V(1), 2]))
