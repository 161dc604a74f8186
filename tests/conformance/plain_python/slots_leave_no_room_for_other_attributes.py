# __slots__ refuses unknown attributes; a subclass without slots gets a dict again.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Point3(Point):
    __slots__ = ("z",)


class Loose(Point):
    pass


p = Point(1, 2)
p.x += 10
print(p, Point.__slots__, hasattr(p, "__dict__"))
for action in (
    lambda: setattr(p, "z", 3),
    lambda: p.nothing,
    lambda: vars(p),
):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
del p.y
try:
    p.y
except AttributeError as e:
    print(e)
q = Point3(1, 2)
q.z = 3
print(q.x, q.y, q.z)
loose = Loose(0, 0)
loose.colour = "red"
print(vars(loose), loose)
