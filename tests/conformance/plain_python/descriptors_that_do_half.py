# A descriptor with only one of __set__ and __delete__ refuses the other, and a module's __dir__ answers dir().
import asyncio


class OnlyDelete:
    def __delete__(self, instance):
        print("deleted from", type(instance).__name__)


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["kept"] = value
        print("set to", value)


class Neither:
    pass


class Owner:
    gone = OnlyDelete()
    kept = OnlySet()
    plain = Neither()


owner = Owner()
del owner.gone
try:
    owner.gone = 1
except AttributeError as error:
    print("cannot set:", error)

owner.kept = 2
try:
    del owner.kept
except AttributeError as error:
    print("cannot delete:", error)

owner.plain = 3
print(owner.plain)
del owner.plain
print(type(owner.plain).__name__)

names = dir(asyncio)
print([name in names for name in ("Queue", "Lock", "TaskGroup", "timeout", "no_such_name")])
