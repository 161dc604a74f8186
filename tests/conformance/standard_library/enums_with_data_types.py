# Enumerations with a data type: their hashes, dataclasses and named tuples as values, nested classes, vars() in the body.
from collections import namedtuple
from dataclasses import dataclass
from enum import KEEP, Enum, Flag, IntEnum, IntFlag, StrEnum, auto


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Other(IntEnum):
    FIRST = 1


class Suit(StrEnum):
    HEARTS = auto()


print(hash(Level.HIGH), {1: "one", 2: "two"}[Level.HIGH], Level(Other.FIRST), Other.FIRST in Level)
print({"hearts": 5}[Suit.HEARTS], hash(Suit.HEARTS) == hash("hearts"))


class Custom:
    def __hash__(self):
        return 77


class Number(int, Custom):
    pass


print(hash(Number(5)), {5: "five"}.get(Number(5)))


@dataclass
class Animal:
    size: str
    legs: int
    tail: bool = True


class Creature(Animal, Enum):
    BEETLE = "small", 6
    DOG = "medium", 4


print(repr(Creature.DOG), Creature.BEETLE.legs, Creature.DOG.value)
T = namedtuple("T", "index text")


class Song(T, Enum):
    FIRST = auto(), "for the money"
    SECOND = auto(), "for the show"


print(list(Song), Song.SECOND.index)


class Period(float, Enum):
    _ignore_ = "Period i"
    Period = vars()
    for i in range(3):
        Period[f"day_{i}"] = i


print(list(Period))


class Outer(Enum):
    class Inner(Enum):
        A = 1

    B = 2

    def describe(self):
        return self.name


print(list(Outer), Outer.Inner.A, [name for name in dir(Outer.B) if name[0] != "_"])


def with_super():
    class Color(Enum):
        RED = 1

        def __new__(cls, value):
            made = super().__new__(cls)
            made._value_ = value
            return made


def wrong_order():
    class Wrong(Enum):
        _order_ = "x y z"
        x = 1
        y = 2


attempt(with_super)
attempt(wrong_order)
