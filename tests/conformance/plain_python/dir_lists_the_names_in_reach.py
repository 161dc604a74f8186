# dir() without an argument lists the names of the scope it is called in, dir(x) those of an object.
import math

first = 1


def function(argument, *rest, key=None):
    local = argument
    before = dir()
    late = local
    return before, dir(), late


class Point:
    kind = "point"
    inside = dir()

    def __init__(self):
        self.x = 1

    def __dir__(self):
        return ["z", "x"]


print(function(5, key=2))
print([name for name in dir() if not name.startswith("_")])
print([name for name in Point.inside if not name.startswith("__")], dir(Point()), [n for n in dir(Point) if "_" not in n])
print("sqrt" in dir(math), dir() == sorted(globals()), [name for name in dir(3) if name.startswith("bit")], "append" in dir([]))
print((lambda a, b: dir())(1, 2))
try:
    dir(1, 2)
except TypeError as e:
    print(e)
