import dataclasses
from dataclasses import *
from collections import defaultdict, namedtuple
from typing import ClassVar, Optional
import typing


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


print(P(1), P(1, 2, [3]), P(1) == P(1), P(1) != P(2), P(x=1, y=5), P.__doc__, P.__match_args__, P(1) == 1)
attempt(P); attempt(P, 1, 2, 3, 4); attempt(P, 1, z=3); attempt(P, 1, x=2); attempt(hash, P(1)); attempt(lambda: P(1) < P(2))
print(P.__init__.__qualname__, P.__init__.__annotations__, [f.name for f in fields(P)], fields(P)[1].default, is_dataclass(P), is_dataclass(P(1)), is_dataclass(3))
print(repr(fields(P)[1])[:60]); print(P.__dataclass_params__)
a, b = P(1), P(1); a.tags.append(1); print(a, b, asdict(a), astuple(a), replace(a, x=9), replace(a, tags=[]))
attempt(replace, a, q=1); attempt(asdict, 5); attempt(fields, 5); attempt(replace, 5); attempt(astuple, P)
match P(3, 4):
    case P(x, y): print("m", x, y)


@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False, repr=False)


print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5), V(1, 2)]), V(1, 2) <= V(1, 2), V(2) > V(1, 9), V(1) >= V(1), hash(V(1, 2)) == hash(V(1, 2, "x")), V(1, 2, "a") == V(1, 2, "b"), len({V(1), V(1)}))
attempt(setattr, V(1), "major", 2); attempt(delattr, V(1), "major"); attempt(setattr, V(1), "zz", 2); attempt(lambda: V(1) < 3); attempt(lambda: V(1) < P(1))
class SubV(V):
    pass
s = SubV(1); attempt(setattr, s, "major", 3); s.free = 1; print(s, s.free)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Child(Base):
    c: int = 3
    b: int = 20


print(Child(1), Child(1, 2, 3), Child.__match_args__, Child(1) == Base(1))
def bad():
    @dataclass
    class Bad(Base):
        d: int
attempt(bad)
def bad2():
    @dataclass
    class B:
        x: list = []
attempt(bad2)
def bad3():
    @dataclass(frozen=True)
    class B(Base): pass
attempt(bad3)
def bad4():
    @dataclass
    class B(V): pass
attempt(bad4)
def bad5():
    @dataclass(order=True)
    class B:
        x: int
        def __lt__(self, o): pass
attempt(bad5)
def bad6():
    @dataclass
    class B:
        x = field(default=1)
attempt(bad6)
def bad7():
    @dataclass
    class B:
        x: dict = {}
attempt(bad7)
attempt(lambda: dataclass(type("Q", (), {}), eq=False, order=True)); attempt(field, default=1, default_factory=int)


@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1


print(K(a=1), K.__match_args__, K.__doc__); attempt(K, 1); attempt(K)


@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int


print(K2(1, c=3), K2.__doc__); attempt(K2, 1, 2)


@dataclass
class K3(K2):
    d: int = field(default=5, kw_only=True)
    e: int = 6


print(K3(1, 7, c=3), K3.__doc__)


@dataclass
class Post:
    n: int
    cv: ClassVar[int] = 5
    cv2: "ClassVar" = 6
    cv3: typing.ClassVar = 7
    scale: InitVar[int] = 10
    total: int = field(init=False)
    const: int = field(init=False, default=4)
    def __post_init__(self, scale): self.total = self.n * scale


print(Post(2), Post(2, 3), Post.cv, [f.name for f in fields(Post)], asdict(Post(1)), Post.const, Post(2, scale=4)); attempt(replace, Post(1), total=3); print(Post.__doc__); attempt(replace, Post(1), n=5)


@dataclass(slots=True)
class S:
    x: int
    y: int = 5
    def double(self): return self.x * 2


print(S(1), S.__slots__, S(3).double()); s = S(1); attempt(setattr, s, "zz", 1); s.x = 10; print(s, hasattr(s, "__dict__"))


@dataclass(slots=True, frozen=True)
class SF:
    x: int
    y: int = 5
    def with_x(self, x): return replace(self, x=x)


print(SF(1), SF(1).with_x(3), hash(SF(1)) == hash(SF(1))); attempt(setattr, SF(1), "x", 5); attempt(delattr, SF(1), "x")


@dataclass(slots=True)
class SC(S):
    z: int = 7


print(SC(1), SC.__slots__)


@dataclass(eq=False)
class NE:
    x: int


n = NE(1); print(n == n, NE(1) == NE(1), n in {n})


@dataclass(unsafe_hash=True)
class UH:
    x: int
    y: int = field(hash=False, default=0)


print(hash(UH(1)) == hash(UH(1, 5)))


@dataclass(repr=False, init=False)
class Bare:
    x: int = 3
    def __repr__(self): return "Bare!"


print(Bare(), Bare().x)


@dataclass
class Node:
    value: int
    next: "Optional[Node]" = None
    children: list["Node"] = field(default_factory=list)


n = Node(1, Node(2), [Node(3)]); print(n, asdict(n), astuple(n)); n.next = n; print(n)
NT = namedtuple("NT", "a b")


@dataclass
class Deep:
    d: dict
    t: NT
    dd: defaultdict
    s: set = field(default_factory=set)


print(asdict(Deep({"k": P(1)}, NT(P(2), 3), defaultdict(list, {"z": [P(4)]}), {1})), asdict(P(1), dict_factory=lambda p: sorted(p)))
M = make_dataclass("M", ["a", ("b", int), ("c", int, field(default=5))], namespace={"twice": lambda self: self.b * 2}, bases=(Base,), frozen=False) if False else make_dataclass("M", ["a", ("b", int), ("c", int, field(default=5))], namespace={"twice": lambda self: self.b * 2})
print(M(1, 2), M(1, 2).twice(), M, M.__annotations__ if 0 else M.__doc__); attempt(make_dataclass, "X", ["1a"]); attempt(make_dataclass, "X", ["class"]); attempt(make_dataclass, "X", ["a", "a"])
@dataclass
class Meta:
    x: int = field(default=1, metadata={"unit": "m"})
print(fields(Meta)[0].metadata["unit"], fields(Meta)[0].metadata, InitVar[int])
class Outer:
    @dataclass
    class Inner:
        a: int
print(Outer.Inner(3)); attempt(Outer.Inner)
@dataclass
class D1:
    def __repr__(self): return "custom"
    def __eq__(self, o): return True
    def __hash__(self): return 7
print(D1(), D1() == 4, hash(D1()))
import abc
@dataclass
class Shape(abc.ABC):
    name: str
    @abc.abstractmethod
    def area(self) -> float: ...
@dataclass
class Sq(Shape):
    side: float = 1.0
    def area(self): return self.side ** 2
print(Sq("s", 2), Sq("s").area()); attempt(Shape, "x")
print(sorted([V(1), V(0)], key=lambda v: v.major), [f.type for f in fields(V)], K(a=1) == K(a=1, b=1))
@dataclass
class WithProp:
    _n: int = 0
    @property
    def n(self): return self._n
    @classmethod
    def make(cls): return cls(5)
print(WithProp.make().n, WithProp())
