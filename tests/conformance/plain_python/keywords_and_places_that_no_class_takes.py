# Keywords of a class statement that nobody takes on the way to object, and bases whose __slots__ don't fit together.


def attempt(define):
    try:
        print(define().__name__)
    except TypeError as error:
        print(error)


class Tagged:
    def __init_subclass__(cls, tag="none", **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag


def known():
    class Known(Tagged, tag="a"):
        pass

    return Known


def unknown():
    class Unknown(Tagged, tag="a", colour="red"):
        pass

    return Unknown


def plain():
    class Plain(object, colour="red"):
        pass

    return Plain


class Left:
    __slots__ = ("x",)


class Right:
    __slots__ = ("y",)


class Further(Left):
    __slots__ = ("z",)


class Empty:
    __slots__ = ()


def both():
    class Both(Left, Right):
        pass

    return Both


def line():
    class Line(Further, Left, Empty):
        __slots__ = ("w",)

    return Line


def two_lines():
    class Two(Empty, Further, Right):
        __slots__ = ()

    return Two


for define in (known, unknown, plain, both, line, two_lines):
    attempt(define)
attempt(lambda: object.__init_subclass__(x=1))
