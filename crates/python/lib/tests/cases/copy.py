import copy, string, queue
from collections import defaultdict, OrderedDict, Counter, namedtuple, deque
from dataclasses import dataclass


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"P({self.x!r})"


l = [1, [2, 3], {"a": [4]}, (5, [6]), {7}, P([8]), frozenset([1])]
s, d = copy.copy(l), copy.deepcopy(l)
l[1].append(99); l[2]["a"].append(99); l[3][1].append(99); l[4].add(99); l[5].x.append(99)
print(s, d, s == l, d == l)
r = [1]; r.append(r); c = copy.deepcopy(r); print(c, c[1] is c)
p = P(None); p.x = p; q = copy.deepcopy(p); print(q.x is q, q is p)
t = (1, 2); print(copy.deepcopy(t) is t, copy.deepcopy((1, [2]))[1], copy.copy(t) is t)
shared = [1]; a, b = copy.deepcopy([shared, shared]); print(a is b)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = [1]
s = Slots(); t = copy.deepcopy(s); t.a.append(2); print(s.a, t.a, copy.copy(s).a is s.a, hasattr(t, "b"))
class Custom:
    def __init__(self): self.n = 0
    def __copy__(self): print("copy"); return self
    def __deepcopy__(self, memo): print("deep", type(memo).__name__); return Custom()
copy.copy(Custom()); copy.deepcopy([Custom()])
for v in [defaultdict(list, a=[1]), OrderedDict(a=[1]), Counter("aab"), deque([[1], 2], maxlen=5), namedtuple("N", "a b")([1], 2), bytearray(b"x"), ValueError("v", [1]), 1, "s", None, len, P, range(3), lambda: 0]:
    x, y = copy.copy(v), copy.deepcopy(v); print(type(x).__name__, type(y).__name__, str(x)[:60] if not callable(v) else x is v, str(y)[:60] if not callable(v) else y is v)
d = defaultdict(list, a=[1]); e = copy.deepcopy(d); e["a"].append(2); e["z"]; print(d, e)
class LL(list):
    def __init__(self, *a): super().__init__(*a); self.tag = [1]
x = LL([1, [2]]); y = copy.deepcopy(x); y[1].append(3); y.tag.append(2); print(x, y, x.tag, y.tag, type(y).__name__)
class DD(dict): pass
x = DD(a=[1]); x.attr = 5; y = copy.copy(x); print(y, y.attr, y["a"] is x["a"], type(y).__name__)
class State:
    def __init__(self): self.a = 1; self.lock = "lock"
    def __getstate__(self): s = self.__dict__.copy(); del s["lock"]; return s
    def __setstate__(self, s): self.__dict__.update(s); self.lock = "new"
print(copy.copy(State()).lock, copy.deepcopy(State()).__dict__)
class Red:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (Red, (self.v + "!",))
print(copy.copy(Red("a")).v, copy.deepcopy(Red("b")).v)
def g(): yield 1
attempt(copy.deepcopy, g()); attempt(copy.copy, g()); attempt(copy.deepcopy, {"g": g()})
class M:
    def m(self): return self
o = M(); print(copy.copy(o.m)() is o, copy.deepcopy(o.m)() is o)
@dataclass
class DC:
    a: int
    b: list
print(copy.replace(DC(1, [2]), a=5), copy.deepcopy(DC(1, [2])), copy.replace(namedtuple("Q", "x y")(1, 2), x=3)); attempt(copy.replace, 5, a=1)
class E2(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
attempt(lambda: copy.copy(ValueError("x")).args)
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable), string.capwords("hello  big world"), string.capwords("a-b", "-"))
T = string.Template
print(T("$a and ${b}c $$5 $a").substitute(a=1, b="x"), T("$a").substitute({"a": 2}), T("$a $b").substitute({"a": 2}, b=3), T("$a ${z} $$").safe_substitute(a=1), T("x$a${b}").get_identifiers(), T("$").is_valid(), T("ab").substitute())
attempt(T("$zz").substitute); attempt(T("$ x").substitute); attempt(T("ab\nc ${").substitute); attempt(T("${1}").substitute); print(T("$ ${1} $").safe_substitute())
class Pct(T): delimiter = "%"
print(Pct("%a $a").substitute(a=1))
F = string.Formatter()
print(F.format("{} {1}" if 0 else "{} {} {x!r:>5} {{}} {y[0]} {z.real:{w}}", 1, "b", x="q", y=[5], z=3, w=4), F.format("{0}{1}{0}", "a", "b"), list(F.parse("a{b!r:c}d{{")))
attempt(F.format, "{}"); attempt(F.format, "{x}"); attempt(F.format, "}")
q = queue.Queue(maxsize=2); q.put(1); q.put_nowait(2); print(q.full(), q.qsize(), q.empty(), q.get(), q.get_nowait(), q.empty()); attempt(q.get_nowait); attempt(q.get, block=False); attempt(q.get, timeout=0.01)
q.put(1); q.put(2); attempt(q.put_nowait, 3); attempt(q.put, 3, False)
for _ in range(4): q.task_done()
attempt(q.task_done); q.get(); q.get(); q.join()
pq = queue.PriorityQueue(); [pq.put(x) for x in [(3, "c"), (1, "a"), (2, "b")]]; print([pq.get() for _ in range(3)])
lq = queue.LifoQueue(); [lq.put(x) for x in "abc"]; print([lq.get() for _ in range(3)], queue.Empty, queue.Full)
sq = queue.SimpleQueue(); sq.put(5); print(sq.get(), sq.empty()); attempt(sq.get_nowait); attempt(q.get, timeout=-1); q.shutdown(); attempt(q.put, 1); attempt(q.get)
