# @dataclass: repr, eq, order, defaults, factories, frozen, __post_init__, replace, asdict, inheritance.
from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list)
    count: ClassVar[int] = 0
    secret: str = field(default="s", repr=False, compare=False)

    def __post_init__(self):
        Item.count += 1
        self.name = self.name.title()

    def total(self, n: int = 1) -> float:
        return self.price * n


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass
class Rectangle:
    width: float
    height: float
    scale: InitVar[float] = 1
    area: float = field(init=False)

    def __post_init__(self, scale):
        self.area = self.width * self.height * scale


@dataclass(kw_only=True)
class Base:
    id: int
    note: str = "-"


@dataclass
class Child(Base):
    title: str = "untitled"


@dataclass(slots=True, eq=False)
class Slim:
    x: int


a, b = Item("tea", 2.5), Item("tea", 2.5, secret="other")
a.tags.append("hot")
print(a, b, a == b, Item.count, a.total(3), b.tags)
print(Version(1, 2) < Version(1, 10), sorted([Version(2), Version(1, 5, "beta")]), hash(Version(1)) == hash(Version(1, label="x")), Version(1) == Version(1, 0, "z"), {Version(1): "ok"}[Version(1)])
print(Rectangle(2, 3, scale=10), Child(id=1, title="T"), Child("U", id=2), replace(a, name="coffee"), asdict(Child(id=1)), astuple(Version(3, 1)))
print([f.name for f in fields(Item)], is_dataclass(a), is_dataclass(5), Item.__match_args__, Slim(1) == Slim(1), Slim(5))
for bad in (
    lambda: Item(),
    lambda: Version(1).major.x,
    lambda: setattr(Version(1), "major", 2),
    lambda: Version(1) < 5,
    lambda: hash(a),
    lambda: Base(1),
    lambda: Item("x", 1, [], "s", "extra"),
    lambda: dataclass(type("Bad", (), {"__annotations__": {"x": list}, "x": []})),
    lambda: dataclass(type("Bad", (), {"__annotations__": {"x": int, "y": int}, "x": 1})),
    lambda: asdict(5),
    lambda: replace(a, nope=1),
    lambda: setattr(Slim(1), "y", 2),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
