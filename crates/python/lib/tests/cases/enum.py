import enum
from enum import *
import copy


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self): return f"{self.name} is {self.value}"
    @property
    def hexa(self): return "#" + self.name
    @classmethod
    def default(cls): return cls.GREEN
    @staticmethod
    def st(): return 1


print(Color.RED, repr(Color.RED), Color, list(Color), len(Color), Color(2), Color["BLUE"], Color.CRIMSON, Color.RED.name, Color.RED.value, Color.RED is Color(1))
print(Color.RED.describe(), Color.RED.hexa, Color.default(), f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED, "{!r}".format(Color.RED), Color.st())
print(Color.__members__, [n for n in Color.__members__], Color.RED in Color, 2 in Color, 9 in Color, "RED" in Color, isinstance(Color.RED, Color), type(Color.RED), type(Color))
print(Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.BLUE, {Color.RED: "r"}[Color.RED], hash(Color.RED) == hash("RED"), bool(Color.RED), list(reversed(Color)), Color.RED.GREEN)
attempt(Color, 9); attempt(Color, "x"); attempt(lambda: Color["NOPE"]); attempt(lambda: Color.NOPE); attempt(lambda: Color.RED < Color.BLUE); attempt(setattr, Color, "RED", 5); attempt(setattr, Color.RED, "value", 5); attempt(setattr, Color.RED, "name", 5); attempt(delattr, Color, "RED"); attempt(Color); attempt(lambda: Color.RED.nope); attempt(lambda: Color.RED + 1)
def ext():
    class More(Color): X = 9
attempt(ext)
def dup():
    class D(Enum):
        A = 1
        A = 2
attempt(dup)
def sunder():
    class D(Enum):
        _bad_ = 1
attempt(sunder)


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
    T = (auto(), "t")


print(list(A)[:4], A.T)


class Auto2(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    A = auto()
    B = auto()


print(list(Auto2))


class Num(IntEnum):
    ONE = 1
    TWO = 2


print(Num.ONE, repr(Num.ONE), Num.ONE + 1, Num.ONE < Num.TWO, Num.ONE == 1, f"{Num.ONE}", f"{Num.TWO:03d}", sorted([Num.TWO, Num.ONE]), [10, 20, 30][Num.ONE], int(Num.TWO), "%d" % Num.TWO, Num(2), str(Num.TWO), Num.ONE | Num.TWO, max(Num), sum(Num), isinstance(Num.ONE, int))
attempt(Num, 7); attempt(Num, "1")


class S(StrEnum):
    FOO = auto()
    BAR = "bar!"


print(S.FOO, repr(S.FOO), S.FOO == "foo", S.BAR.upper(), f"{S.BAR:>6}", "x" + S.FOO, S("foo"), list(S), isinstance(S.FOO, str), {"foo": 1}[S.FOO], ",".join(S))
def badstr():
    class B(StrEnum): X = 1
attempt(badstr)


class SE(str, Enum):
    A = "a"
    B = "b"


print(SE.A, repr(SE.A), SE.A == "a", f"{SE.A}", SE("b"), SE.A.upper(), SE.A + "x", "%s" % SE.A)


class IE(int, Enum):
    A = 1


print(IE.A, repr(IE.A), IE.A + 1, f"{IE.A}", str(IE.A))


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2


print(Planet.EARTH, Planet.EARTH.value, Planet.MARS.mass, round(Planet.EARTH.g, 3), Planet((6.421e23, 3.3972e6)), repr(Planet.MARS), Planet(5.976e24, 6.37814e6))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coord.PY, Coord(1), Coord.PX.label)


class ByLabel(Enum):
    LOW = 1
    HIGH = 2
    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str): return cls.__members__.get(value.upper())
        if value == 99: return 5
        if value == 98: raise KeyError("k")


print(ByLabel("low")); attempt(ByLabel, "q"); attempt(ByLabel, 99); attempt(ByLabel, 98); attempt(ByLabel, 5)


class Ops(Enum):
    ADD = member(lambda a, b: a + b)
    def plain(self): return 1
    CONST = nonmember(42)
    LIST = [1]


print(Ops.ADD.value(1, 2), Ops.CONST, list(Ops)[1:], Ops([1]), Ops.LIST.name)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


print(Perm.R, repr(Perm.R), Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW, list(Perm), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, Perm(3), Perm(5), repr(Perm(0)), bool(Perm(0)), Perm.NONE, ~Perm.R, Perm.RW & Perm.W, Perm.RW ^ Perm.W, Perm.R.value, (Perm.R | Perm.X).name, Perm(7), Perm, f"{Perm.R|Perm.X}", Perm(-1), Perm.RW == Perm.R | Perm.W, Perm["RW"], Perm.__members__)
attempt(Perm, 8); attempt(Perm, "x"); attempt(lambda: Perm.R | 1); attempt(lambda: 1 in Perm.R); attempt(Perm, -20); print(3 in Perm, 9 in Perm)
class P2(Flag):
    A = 1
    B = 2
print(repr(P2(0)), str(P2(0)), repr(P2.A | P2.B), ~P2.A, ~(P2.A | P2.B))
class IF(IntFlag):
    R = 4
    W = 2
    X = 1
print(IF.R, repr(IF.R), IF.R | IF.W, repr(IF.R | IF.W), repr(IF.R | 8), IF.R + 1, repr(IF(0)), IF(7), ~IF.R, repr(~IF.R), repr(IF.R & 4), IF.R == 4, f"{IF.R}", list(IF), list(IF(6)), repr(IF(16)), repr(1 | IF.R), IF.R in IF(6))
class Conf(Flag, boundary=CONFORM):
    A = 1
    B = 4
print(Conf(7), Conf(2)); 
class Ej(Flag, boundary=EJECT):
    A = 1
print(repr(Ej(2)), repr(Ej(1)), STRICT, repr(KEEP))
def uniq():
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 1
attempt(uniq)
@unique
class U2(Enum):
    A = 1
print(U2.A)
F = Enum("F", "A B C"); print(F, list(F), F.A, Enum("G", ["X", "Y"]).Y, list(Enum("H", {"a": 10, "b": 20})), list(Enum("I", [("p", 1), ("q", 5)])), IntEnum("J", "A B").B, Enum("K", "A B", start=5).A, F.__module__, Flag("L", "a b c").c, Enum("M", "A,B"))
def ver():
    @verify(CONTINUOUS)
    class V(Enum):
        A = 1
        B = 4
attempt(ver)
def ver2():
    @verify(UNIQUE)
    class V(Enum):
        A = 1
        B = 1
attempt(ver2)
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
class WithNested(Enum):
    A = "x"
    def __str__(self): return self.value
    def __eq__(self, o): return isinstance(o, str) and o == self.value or self is o
    def __hash__(self): return 5
print(WithNested.A, f"{WithNested.A}", repr(WithNested.A), WithNested.A == "x")
class Fl(float, Enum):
    PI = 3.14
print(Fl.PI, Fl.PI * 2, repr(Fl.PI), f"{Fl.PI}")
class Mixin:
    def hello(self): return f"hi {self.name}"
class Mixed(Mixin, Enum):
    A = 1
print(Mixed.A.hello(), Mixed.A)
class Weekday(Enum):
    MONDAY = 1
    SUNDAY = 7
    @classmethod
    def from_index(cls, i): return cls(i)
    def __lt__(self, o): return self.value < o.value
print(Weekday.from_index(7), sorted([Weekday.SUNDAY, Weekday.MONDAY]))
match Color.RED:
    case Color.GREEN: print("no")
    case Color.RED: print("red matched")
class Empty(Enum): pass
attempt(Empty, 5); print(list(Empty), len(Empty), Empty)
class Ordered(Enum):
    _order_ = "A B"
    A = 1
    B = 2
print(list(Ordered))
class NV(Enum):
    name_ = 1
    first = "f"
print(NV.first, NV.name_)
from dataclasses import dataclass
@dataclass
class DC:
    a: int
    b: str = "q"
print(DC(1), Color.RED.__class__, Color.__name__, Color.__doc__, Color.RED.__objclass__)
class Outer:
    class In(Enum):
        A = 1
print(Outer.In.A, Outer.In, repr(Outer.In.A)); attempt(Outer.In, 3)
