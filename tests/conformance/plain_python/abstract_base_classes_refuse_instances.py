# A class with abstract methods left cannot be instantiated; the message counts them.
from abc import ABC, ABCMeta, abstractmethod


class Animal(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def sound(self):
        return "..."

    @property
    @abstractmethod
    def legs(self): ...

    @classmethod
    @abstractmethod
    def kingdom(cls): ...

    def describe(self):
        return f"{self.name} says {self.sound()} on {self.legs} legs"


class Quiet(Animal):
    legs = 6

    @classmethod
    def kingdom(cls):
        return "insects"


class Dog(Quiet):
    legs = 4

    def sound(self):
        return "woof" + super().sound()


for cls in (Animal, Quiet):
    try:
        cls("x")
    except TypeError as e:
        print(e)
print(Dog("Rex").describe(), Dog.kingdom())
print(sorted(Animal.__abstractmethods__), sorted(Quiet.__abstractmethods__), type(Animal) is ABCMeta)


class Drawable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "draw") or NotImplemented


class Picture:
    def draw(self):
        pass


class Registered:
    pass


print(issubclass(Picture, Drawable), isinstance(Picture(), Drawable), isinstance(3, Drawable))
Drawable.register(Registered)
print(isinstance(Registered(), Drawable), Drawable in Registered.__mro__)
