# Private names in __slots__, what property errors call a nested class, super() with the wrong object, patterns twice.


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Account:
    __slots__ = ("__balance", "_owner")

    def __init__(self):
        self.__balance = 5

    def balance(self):
        return self.__balance


print(Account().balance(), hasattr(Account(), "_Account__balance"), Account.__slots__)


class Outer:
    class Inner:
        @property
        def size(self):
            "How large it is."
            return 1


def local():
    class Local:
        hidden = property(None)

    return Local()


attempt(lambda: setattr(Outer.Inner(), "size", 1))
attempt(lambda: delattr(Outer.Inner(), "size"))
attempt(lambda: local().hidden)
print(Outer.Inner.size.__name__, Outer.Inner.size.__doc__)
attempt(lambda: super(Outer, 5).size)
attempt(lambda: super(Outer, Outer.Inner).size)
attempt(lambda: super(Outer, Outer()).__class__)
attempt(lambda: super(1, 2, 3))


class Point:
    __match_args__ = ("x", "y")
    x = 1
    y = 2


def match_point(value):
    match value:
        case bytearray(data):
            return data
        case Point(1, x=1):
            return "matched twice"


attempt(lambda: match_point(Point()))
attempt(lambda: match_point(bytearray(b"ab")))
