import __future__, uuid, secrets, signal, weakref, pprint, graphlib, sched, calendar, abc, types, gc, keyword
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple
from dataclasses import dataclass, field


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


u = uuid.UUID("12345678-1234-5678-9234-567812345678"); v = uuid.UUID(int=5)
print(u, repr(u), u.hex, u.int, u.bytes, u.fields, u.version, u.variant, u.urn, u == uuid.UUID(u.hex), u < v, hash(u) == hash(uuid.UUID(str(u))), uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, u.time, u.node, u.clock_seq, sorted([u, v])[0], uuid.NAMESPACE_DNS, uuid.UUID("{12345678123456781234567812345678}"), u.time_low)
w = uuid.uuid4(); print(w.version, w.variant, len(str(w)), w != uuid.uuid4(), uuid.uuid1().version, isinstance(w, uuid.UUID))
attempt(uuid.UUID, "zz"); attempt(uuid.UUID); attempt(uuid.UUID, int=-1); attempt(setattr, u, "int", 5)
print(len(secrets.token_hex()), len(secrets.token_hex(4)), len(secrets.token_urlsafe(16)), len(secrets.token_bytes(3)), secrets.choice([1]), secrets.randbelow(1), secrets.compare_digest("a", "a")); attempt(secrets.randbelow, 0)
print(signal.SIGINT, repr(signal.SIGINT), signal.SIGTERM, repr(signal.SIG_DFL), signal.Signals(15).name, signal.SIGKILL, signal.SIGUSR1, signal.SIGALRM, signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)))
old = signal.signal(signal.SIGUSR1, lambda s, f: print("handler", s)); print(repr(old)); signal.raise_signal(signal.SIGUSR1); signal.signal(signal.SIGUSR1, signal.SIG_DFL); attempt(signal.signal, signal.SIGINT, 5)
class O:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"O{self.n}"
    def m(self): return self.n
a, b = O(1), O(2)
r = weakref.ref(a); print(r() is a, weakref.proxy(a).n); ws = weakref.WeakSet([a, b]); wk = weakref.WeakKeyDictionary({a: 1}); wk[b] = 2; wv = weakref.WeakValueDictionary(x=a); wv["y"] = b
fin = weakref.finalize(b, print, "finalized b"); wm = weakref.WeakMethod(a.m); print(wm()(), len(ws), a in ws, wk[a], wv["y"], sorted(wv), fin.alive, dict(wv.items()), len(wk))
del b; gc.collect(); print(len(ws), list(wk.keys()), list(wv), fin.alive, wv.get("y"), "y" in wv, wv.get("x"), list(ws)); attempt(lambda: wv["y"])
p = weakref.proxy(a); del a; gc.collect(); print(r(), wm(), len(ws)); attempt(lambda: p.n); attempt(weakref.ref, 5)
data = {"name": "x" * 30, "list": list(range(30)), "nested": {"k" + str(i): ["v" * i, (i, i * 2)] for i in range(6)}, 3: None, "s": {5, 3, 1}, "t": (1,), "long": "the quick brown fox jumps over the lazy dog " * 4, "fs": frozenset(range(30)), "e": [], "ml": "line one\nline two\n" * 5}
for kw in [{}, {"width": 40}, {"indent": 4}, {"compact": True}, {"depth": 1}, {"sort_dicts": False}, {"width": 20, "compact": True}, {"depth": 2, "width": 30}, {"width": 5}]:
    print(pprint.pformat(data, **kw)); print(pprint.pformat(list(data.values()), **kw))
pprint.pprint([1, 2]); pprint.pp({"b": 1, "a": 2}); pprint.pprint({"b": 1, "a": 2}); pprint.pprint("a b " * 40, width=30); pprint.pprint(123456789, underscore_numbers=True); pprint.pprint([["a" * 20] * 3] * 3, width=40); pprint.pprint(tuple("abc" * 10 for _ in range(4)), width=30); pprint.pprint(("x" * 90,)); pprint.pprint(None)
@dataclass
class DC:
    name: str
    values: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False)
pprint.pprint(DC("n" * 40, list(range(30)))); pprint.pprint([DC("a"), DC("b" * 80)]); pprint.pprint(types.SimpleNamespace(a="x" * 50, b=list(range(20)))); pprint.pprint(OrderedDict((f"key{i}", "v" * 10) for i in range(6))); pprint.pprint(defaultdict(list, {f"key{i}": ["v" * 10] for i in range(6)})); pprint.pprint(Counter({f"key{i}" * 3: i for i in range(8)})); pprint.pprint(deque(["abc" * 10] * 4)); pprint.pprint(deque(["abc" * 10] * 4, maxlen=5)); pprint.pprint(namedtuple("N", "a b")(1, "x" * 100)); pprint.pprint({"d": DC("q" * 70)}); pprint.pprint({1: "a", "b": 2, (1, 2): 3}); pprint.pprint({"k" * 30: {"z" * 30: {"y" * 30: 1}}})
l = [1]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable([1, "a"]), pprint.pformat(l)[:20], pprint.saferepr({"b": 1, "a": [2]}))
ts = graphlib.TopologicalSorter({"D": {"B", "C"} and ["B", "C"], "C": ["A"], "B": ["A"]}); print(list(ts.static_order()))
ts = graphlib.TopologicalSorter(); ts.add("x", "y", "z"); ts.add("z", "y"); ts.prepare()
while ts.is_active():
    g = ts.get_ready(); print(g); ts.done(*g)
attempt(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare); attempt(ts.add, 1); attempt(ts.prepare); attempt(graphlib.TopologicalSorter().get_ready); attempt(ts.done, "q"); attempt(ts.done, "x"); attempt(lambda: list(graphlib.TopologicalSorter({1: [2, 1]}).static_order())); attempt(graphlib.TopologicalSorter({"a": ["b", "c"], "b": ["d"], "d": ["e"], "e": ["b"], "c": []}).prepare)
now = [0]
def delay(n): now[0] += n
s = sched.scheduler(lambda: now[0], delay); s.enter(5, 1, print, ("five",)); s.enter(2, 2, print, ("two-b",)); s.enter(2, 1, print, ("two-a",)); ev = s.enter(3, 1, print, ("cancelled",)); s.enterabs(1, 1, print, kwargs={"sep": "-"}, argument=("one", 1)); s.cancel(ev); print(s.empty(), len(s.queue), [e.time for e in s.queue], s.queue[0].priority); s.run(); print(now, s.empty(), s.run(blocking=False))
print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.leapdays(2000, 2025), calendar.weekday(2025, 1, 1), calendar.day_name[0], calendar.month_name[12], list(calendar.month_abbr), calendar.monthcalendar(2025, 3), calendar.timegm((2025, 1, 1, 0, 0, 0)), calendar.MONDAY, repr(calendar.JANUARY)); print(calendar.month(2025, 3)); print(calendar.calendar(2024)); calendar.prmonth(2024, 2, 3, 2); print(calendar.TextCalendar(6).formatmonth(2025, 6), list(calendar.Calendar(6).itermonthdates(2025, 2))[:2], calendar.weekheader(3)); attempt(calendar.monthrange, 2025, 13)
print(__future__.annotations, keyword.iskeyword("for"), keyword.iskeyword("x"), keyword.kwlist, keyword.softkwlist, keyword.issoftkeyword("match"))
class Base(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
    @classmethod
    @abc.abstractmethod
    def h(cls): ...
class Half(Base):
    def f(self): return 1
class Full(Half):
    g = 1
    @classmethod
    def h(cls): return 2
attempt(Base); attempt(Half); print(Full().f(), Full.h(), sorted(Base.__abstractmethods__), Half.__abstractmethods__ - {"h"}, isinstance(Full(), Base), issubclass(int, Base))
class Reg(abc.ABC): pass
print(Reg.register(int), isinstance(5, Reg), issubclass(bool, Reg), isinstance("s", Reg)); Reg.register(str); print(isinstance("s", Reg)); attempt(Reg.register, 5); attempt(issubclass, 5, Reg)
class Hook(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, C): return hasattr(C, "quack") or NotImplemented
class Duck:
    def quack(self): pass
print(issubclass(Duck, Hook), isinstance(Duck(), Hook), isinstance(3, Hook), type(Hook), Hook)
