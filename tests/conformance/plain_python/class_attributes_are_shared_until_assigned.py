# The mutable class attribute trap; instance dicts; getattr, setattr, vars, isinstance.
class Dog:
    tricks = []
    legs = 4

    def __init__(self, name):
        self.name = name

    def learn(self, trick):
        self.tricks.append(trick)


class GoodDog(Dog):
    def __init__(self, name):
        super().__init__(name)
        self.tricks = []


fido, buddy = Dog("Fido"), Dog("Buddy")
fido.learn("roll over")
buddy.learn("play dead")
print(fido.tricks, fido.tricks is buddy.tricks, vars(fido))
rex = GoodDog("Rex")
rex.learn("sit")
print(rex.tricks, Dog.tricks, vars(rex))

buddy.legs -= 1
print(Dog.legs, fido.legs, buddy.legs)
Dog.legs = 5
print(fido.legs, buddy.legs)
del buddy.legs
print(buddy.legs)

setattr(fido, "age", 3)
print(getattr(fido, "age"), getattr(fido, "weight", None), hasattr(fido, "weight"))
fido.__dict__["colour"] = "brown"
print(fido.colour, sorted(fido.__dict__))
print(isinstance(rex, Dog), isinstance(fido, GoodDog), isinstance(5, (str, int)), isinstance(5, int | str))
for bad in (lambda: fido.weight, lambda: Dog.name, lambda: fido.learn(), lambda: Dog(), lambda: delattr(fido, "zzz")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, "-", e)
fido.__class__ = GoodDog
print(type(fido).__name__, fido.tricks)
