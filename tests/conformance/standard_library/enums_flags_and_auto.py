# Enum, IntEnum, StrEnum, Flag, auto, aliases, unique, methods, lookup and errors.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @classmethod
    def default(cls):
        return cls.GREEN

    def shout(self):
        return self.name + "!"


class Priority(IntEnum):
    LOW = auto()
    HIGH = auto()


class Direction(StrEnum):
    NORTH = auto()
    SOUTH = "S"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67e-11 * self.mass / self.radius**2


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.default().shout(), type(Color.RED), Color)
print(Color.RED == 1, Color.RED is Color(1), Color.RED in Color, [c.name for c in reversed(Color)], list(Color.__members__), {Color.RED: "r"}[Color.CRIMSON], f"{Color.RED} {Priority.HIGH} {Direction.NORTH:>7}", isinstance(Color.RED, Color))
print(Priority.LOW < Priority.HIGH, Priority.HIGH + 1, sorted([Priority.HIGH, Priority.LOW]), max(Priority), Priority.LOW == 1, repr(Priority(2)), ["a", "b", "c"][Priority.HIGH], str(Priority.LOW), Direction.NORTH == "north", Direction.SOUTH.lower(), repr(Direction.SOUTH), "S" in Direction._value2member_map_)
print(Perm.R | Perm.X, repr(Perm.RW), Perm.R in Perm.RW, Perm.RW & Perm.W, ~Perm.R, Perm(0), bool(Perm(0)), list(Perm.RW), Perm(5), (Perm.R | Perm.W).value, Perm.R ^ Perm.RW, len(Perm))
print(f"{Planet.EARTH.gravity:.2f} {Planet.MARS.gravity:.2f}", Planet((6.42e23, 3.39e6)).name)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Enum("E", {"A": 10}).A.value)
match Color(3):
    case Color.RED:
        print("red")
    case Color.BLUE:
        print("blue matched")


def duplicate():
    @unique
    class Bad(Enum):
        A = 1
        B = 1


def subclass():
    class More(Color):
        WHITE = 4


for bad in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, duplicate, subclass, lambda: Color(), lambda: Priority("x"), lambda: Perm(64)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).replace("\n", " / "))
