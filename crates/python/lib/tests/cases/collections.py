import collections
from collections import Counter, OrderedDict, defaultdict, namedtuple, ChainMap, deque, UserDict, UserList, UserString


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list, a=[1])
d["b"].append(2)
print(d, len(d), d == {"a": [1], "b": [2]}, isinstance(d, dict))
attempt(defaultdict, 5)
attempt(lambda: defaultdict()["x"])
print(defaultdict(int, {"a": 1}) | {"b": 2}, {"c": 3} | defaultdict(int, x=1), d.copy(), d.get("zz"))
print(defaultdict(lambda: defaultdict(int))["x"]["y"])
words = defaultdict(int)
for w in "a b a c a b".split():
    words[w] += 1
print(dict(words), sorted(words.items()), defaultdict)
c = Counter("abracadabra")
print(c, c.most_common(2), c.most_common(), c.total(), c["zzz"], list(c.elements()))
c.update("aaa"); c.update({"z": 4}); c.update(q=3)
print(c)
c.subtract("abz"); c.subtract(a=2)
print(c, Counter(a=3, b=-1) + Counter(a=1, b=0), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2), +Counter(a=0, b=2, c=-1), -Counter(a=0, b=2, c=-1))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=2), Counter(a=1) <= Counter(a=1), Counter(), Counter([1, 2, 2, 3]))
del c["notthere"]
x = Counter(a=1); x += Counter(a=2, b=-3); print(x)
x -= Counter(a=5); print(x)
x = Counter(a=5, b=1); x &= Counter(a=2); print(x); x |= Counter(b=9); print(x)
print(Counter({"a": 1, "b": "x"}), c.copy() == c, type(c.copy()))
attempt(Counter.fromkeys, "abc")
attempt(Counter, 5)
attempt(Counter, 1, 2)
print(Counter(a=1) == {"a": 1}, dict(Counter("aab")), max(Counter("aab"), key=Counter("aab").get), Counter("abc").most_common(0))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o)
print(o.popitem(last=False), o.popitem(), o, OrderedDict(), list(reversed(o)))
attempt(OrderedDict().popitem)
attempt(o.move_to_end, "nope")
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict.fromkeys("abc", 0), o.copy())
print(OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1), OrderedDict(a=1) != OrderedDict(a=1))
o["self"] = o; print(o)
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), Point._fields, Point._make([3, 4]), p == (1, 2), Point.__name__, Point, len(p), hash(p) == hash((1, 2)))
x, y = p; print(x, y, p + (3,), isinstance(p, tuple), Point.__doc__, Point.__match_args__, Point.__new__.__doc__)
attempt(Point, 1); attempt(Point); attempt(Point, 1, 2, 3); attempt(Point, 1, 2, z=3); attempt(Point, 1, x=3)
attempt(setattr, p, "x", 3); attempt(delattr, p, "x"); attempt(setattr, p, "zz", 3); attempt(p._replace, q=1); attempt(Point._make, [1])
attempt(namedtuple, "P", "1a b"); attempt(namedtuple, "P", "class b"); attempt(namedtuple, "P", "_a b"); attempt(namedtuple, "P", "a a"); attempt(namedtuple, "P", "a", defaults=(1, 2))
print(namedtuple("P", "a class a _b", rename=True)._fields)
D = namedtuple("D", ["a", "b", "c"], defaults=(2, 3)); print(D(1), D(1, 5), D._field_defaults)
attempt(D)
class P3(namedtuple("P3", "x y z")):
    __slots__ = ()
    @property
    def norm(self): return sum(v * v for v in self)
    def __str__(self): return f"<{self.x}>"
print(P3(1, 2, 3).norm, P3(1, 2, 3), repr(P3(1, 2, 3)), P3(1, 2, 3)._replace(z=0))
match p:
    case Point(a, b): print("matched", a, b)
match p:
    case Point(x=1, y=b): print("matched", b)
print(sorted([Point(2, 1), Point(1, 5)]), Point(1, 2) < Point(1, 3), namedtuple("E", "")())
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], list(m), len(m), dict(m), m.maps, m.parents, m.new_child({"z": 1}), "q" in m, m.get("q"), bool(m), ChainMap())
m["b"] = 9; print(m); del m["b"]; print(m)
attempt(lambda: m["qq"]); attempt(m.__delitem__, "b"); attempt(m.pop, "b"); attempt(ChainMap().popitem)
print(m | {"k": 1}, {"k": 1} | m, m == {"a": 1, "b": 3}, sorted(m.items()), m.keys(), m.values())
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = U({"a": 1}, b=2); u["c"] = 3
print(u, u["a"], list(u), "a" in u, u.get("z", 5), u.pop("a"), u.items(), u == {"b": 4, "c": 6}, u.copy(), u | {"q": 1})
attempt(lambda: u["zz"])
l = UserList([3, 1, 2]); l.append(5); l.sort(); print(l, l[0], l[1:], l + [1], [0] + l, l * 2, l == [1, 2, 3, 5], len(l), l.index(3), list(reversed(l)))
s = UserString("hello"); print(s, repr(s), s.upper(), s + "x", s[1], s.split("l"), "ell" in s, s == "hello", len(s), s.find("l"))
q = deque([1, 2, 3], maxlen=3); q.append(4); print(q, collections.deque is deque)
attempt(lambda: collections.nope)
import collections.abc
from collections.abc import *
vals = [1, "s", [], (), {}, set(), frozenset(), range(3), b"", deque(), iter([]), (i for i in ()), len, int, {}.keys(), {}.items(), {}.values(), None, u, l, m, c, o, p]
for abc in (Hashable, Iterable, Iterator, Generator, Reversible, Sized, Container, Callable, Collection, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence, KeysView, ItemsView, ValuesView, Awaitable, Coroutine):
    print(abc, "".join("01"[isinstance(v, abc)] for v in vals))
class OnlyLen:
    def __len__(self): return 1
print(isinstance(OnlyLen(), Sized), issubclass(OnlyLen, Sized), issubclass(OnlyLen, Iterable))
class Seq(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
print(list(Seq()), 20 in Seq(), Seq().index(20), Seq().count(10), list(reversed(Seq())))
attempt(Seq().index, 5)
class Bad(Sequence):
    pass
attempt(Bad)
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = M(); mm.update(a=1); mm.update({"b": 2}); mm.update([("c", 3)])
print(dict(mm), mm.pop("a"), mm.pop("zz", 5), mm.setdefault("e", 6), list(mm.items()), mm.popitem(), "b" in mm, mm == {"c": 3, "e": 6})
attempt(mm.pop, "nn")
class S(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x): self.s.append(x) if x not in self.s else None
    def discard(self, x): self.s.remove(x) if x in self.s else None
    def __repr__(self): return f"S({self.s})"
print(S([1, 2]) | S([3]), S([1, 2]) & [2], S([1, 2]) - S([2]), S([1, 2]) ^ S([2, 3]), S([1]) <= S([1, 2]), S([1]) == {1}, S([1, 2]).isdisjoint([3]))
s = S([1, 2, 3]); s |= [4]; s -= [1]; s.remove(2); print(s, s.pop()); attempt(s.remove, 99)
print(Callable[[int], str], Iterable[int], Mapping[str, int], collections.OrderedDict.__name__)
