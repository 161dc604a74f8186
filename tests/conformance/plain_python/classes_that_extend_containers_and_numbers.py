# Subclasses of built-in types with arguments of their own, and operators that change them in place.


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def subclasses(base):
    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, value, unit=None):
            self.unit = unit

    class WithNew(base):
        def __new__(cls, value, unit=None):
            made = super().__new__(cls, value)
            made.unit = unit
            return made

    return Plain, WithInit, WithNew


for base, value in (
    (list, [1, 2]), (tuple, (1, 2)), (set, {1}), (frozenset, {1}), (dict, {1: 2}), (float, 1.5), (int, 5), (str, "x"),
):
    for made in subclasses(base):
        attempt(lambda: (made(value, unit=3), made(value, unit=4).unit))


class Items(list):
    def __getitem__(self, index):
        return f"item {super().__getitem__(index)}"


class Names(set):
    pass


class Settings(dict):
    pass


items = same = Items([1, 2])
items += [3]
items *= 2
print(type(items).__name__, items is same, items, items[2], len(items))


def grow(some):
    some += (4,)
    return some


print(grow(items) is items, type(items + [5]).__name__, type(items * 2).__name__)
holder = {"items": Items()}
holder["items"] += [1]
print(type(holder["items"]).__name__, holder["items"][0])
names = Names("ab")
names |= {"c"}
names &= {"a", "c"}
settings = Settings(a=1)
settings |= {"b": 2}
print(type(names).__name__, sorted(names), type(settings).__name__, settings)


class Meta(type):
    def __bool__(cls):
        return False

    def __len__(cls):
        return 3


class Falsy(metaclass=Meta):
    pass


print(bool(Falsy), len(Falsy), "yes" if Falsy else "no", not Falsy, Falsy or 5)
