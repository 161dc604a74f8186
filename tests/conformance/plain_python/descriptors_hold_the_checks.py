# A descriptor with __set_name__, __get__ and __set__; data descriptors win over the instance.
class Range:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __set_name__(self, owner, name):
        print(f"{owner.__name__}.{name} is a Range")
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, self.low)

    def __set__(self, instance, value):
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name[1:]} must be in {self.low}..{self.high}, got {value!r}")
        setattr(instance, self.name, value)


class Lazy:
    """A non-data descriptor: the instance's dict takes over after the first use."""

    def __init__(self, func):
        self.func = func

    def __get__(self, instance, owner):
        print("computing", self.func.__name__)
        value = instance.__dict__[self.func.__name__] = self.func(instance)
        return value


class Dice:
    sides = Range(2, 20)
    count = Range(1, 6)

    @Lazy
    def maximum(self):
        return self.sides * self.count


d = Dice()
print(d.sides, d.count)
d.sides, d.count = 6, 3
print(d.maximum, d.maximum)
d.__dict__["sides"] = "shadow?"
print(d.sides, vars(d), Dice.sides.high)
try:
    d.count = 7
except ValueError as e:
    print(e)
try:
    d.sides = "many"
except TypeError as e:
    print(e)


def greet(self, greeting="hi"):
    return f"{greeting} from {type(self).__name__}"


print(greet.__get__(d)("hello"))
Dice.greet = greet
print(d.greet())
