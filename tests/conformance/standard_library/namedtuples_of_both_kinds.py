# collections.namedtuple and typing.NamedTuple: fields, defaults, _replace, _asdict, errors.
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")
Color = namedtuple("Color", ["red", "green", "blue", "alpha"], defaults=[0, 255])


class Employee(NamedTuple):
    """An employee."""

    name: str
    id: int = 3
    tags: tuple = ()

    @property
    def initials(self):
        return "".join(part[0] for part in self.name.split())

    def __str__(self):
        return f"{self.name} (#{self.id})"


p = Point(11, y=22)
x, y = p
print(p, p.x + p[1], x, y, p._asdict(), p._replace(x=0), Point._make([1, 2]), Point._fields, p == (11, 22), p < Point(11, 23), len(p), hash(p) == hash((11, 22)))
print(Color(1, 2), Color._field_defaults, Color(1, 2, 3)[-1], sorted([Point(2, 1), Point(1, 2)]), max([Point(0, 5), Point(3, 1)], key=lambda q: q.y), isinstance(p, tuple))
e = Employee("Ada Lovelace", tags=("maths",))
print(e, repr(e), e.initials, e._replace(id=9), Employee.__doc__, Employee._fields, Employee("X").tags, Employee.__annotations__["id"])
print(f"{p.x:>5}|{p!r}", "%s-%s" % p, [*p], dict(zip(Point._fields, p)), {p: "key"}[11, 22], p + (33,), p * 2, p[:1])


class Point3(namedtuple("Base", "x y z")):
    __slots__ = ()

    def norm(self):
        return sum(v * v for v in self) ** 0.5


print(Point3(2, 3, 6).norm(), Point3(1, 2, 3))
match p:
    case Point(x=11, y=why):
        print("matched", why)
for bad in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: setattr(p, "x", 5),
    lambda: p.z,
    lambda: p._replace(q=1),
    lambda: Point._make([1]),
    lambda: namedtuple("Bad", "a a"),
    lambda: namedtuple("Bad", "class"),
    lambda: namedtuple("Bad", "_private"),
    lambda: namedtuple("Good", "a class a", rename=True)(1, 2, 3),
    lambda: Employee(),
    lambda: Employee("n", 1, (), "extra"),
    lambda: p.__setitem__(0, 1),
):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, err)
