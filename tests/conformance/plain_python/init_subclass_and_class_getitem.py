# __init_subclass__ registers subclasses with keyword arguments; __class_getitem__ allows brackets.
class Shape:
    registry = {}

    def __init_subclass__(cls, /, sides=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.sides = sides
        Shape.registry[cls.__name__.lower()] = cls

    def __class_getitem__(cls, name):
        return cls.registry[name]

    @classmethod
    def create(cls, name, *args):
        try:
            return cls.registry[name](*args)
        except KeyError:
            raise ValueError(f"unknown shape {name!r}, know {sorted(cls.registry)}") from None


class Square(Shape, sides=4):
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a**2


class Triangle(Shape, sides=3):
    def __init__(self, base, height):
        self.base, self.height = base, height

    def area(self):
        return self.base * self.height / 2


class Blob(Shape):
    pass


for name, *args in [("square", 3), ("triangle", 3, 5)]:
    s = Shape.create(name, *args)
    print(name, s.sides, s.area())
print(Shape["blob"], Blob.sides, [k.__name__ for k in Shape.__subclasses__()])
try:
    Shape.create("circle")
except ValueError as e:
    print(e)
try:
    class Plain(colour="red"):
        pass
except TypeError as e:
    print(e)
try:
    int["x"]
except TypeError as e:
    print(e)
print(list[int], dict[str, list[int]], tuple[int, ...])
