# match on mappings with rest, classes with __match_args__ and keywords, dotted values.
from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Point:
    x: int
    y: int


class Segment:
    __match_args__ = ("start", "end")

    def __init__(self, start, end):
        self.start, self.end = start, end

    @property
    def length(self):
        return abs(self.start.x - self.end.x) + abs(self.start.y - self.end.y)


class Limits:
    TOP = 10


def look(thing):
    match thing:
        case Color.RED:
            return "red enum"
        case Color(value=v):
            return f"other colour {v}"
        case Limits.TOP:
            return "the top"
        case Point(0, 0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return f"on an axis at {x}"
        case Point(x=x, y=y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "some point"
        case Segment(Point(0, 0), Point(x, y), length=n):
            return f"from the origin to {x},{y}, length {n}"
        case Segment(start=s):
            return f"segment from {s}"
        case {"type": "circle", "r": int(r) | float(r)}:
            return f"circle {r}"
        case {"type": "rect", "size": [w, h], **rest}:
            return f"rect {w}x{h} and {rest}"
        case {"type": kind}:
            return f"kind {kind}"
        case {}:
            return f"a mapping of {len(thing)}"
        case str(text) | bytes(text):
            return f"text {text!r}"
        case [Point(x=px), *others]:
            return f"list with a point at x={px}, then {len(others)}"
    return "no match"


for thing in (
    Color.RED, Color.BLUE, 10, 11, Point(0, 0), Point(3, 0), Point(0, 4), Point(5, 5), Point(1, 2),
    Segment(Point(0, 0), Point(2, 3)), Segment(Point(1, 0), None),
    {"type": "circle", "r": 2.5, "z": 0}, {"type": "circle", "r": "big"},
    {"type": "rect", "size": (2, 3), "fill": 1}, {"a": 1, "b": 2}, {}, "t", b"b", [Point(7, 8), 1, 2], [1],
):
    print(look(thing))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
