# sys.exception() and __context__ in generators that are resumed or thrown into while others handle.
import sys


def gen():
    try:
        yield 1
        raise ValueError("g")
    except ValueError as e:
        print("gen handles", repr(sys.exception()), repr(e.__context__))
        yield 2
        print("still", repr(sys.exception()))
    print("then", repr(sys.exception()))
    yield 3


g = gen()
next(g)
try:
    raise KeyError("outer")
except KeyError:
    next(g)
    print("outer", repr(sys.exception()))
next(g)
print(repr(sys.exception()))


def with_throw():
    try:
        yield
    except Exception as e:
        print(repr(e), repr(e.__context__))
        raise OSError("from gen")


g = with_throw()
next(g)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        g.throw(ValueError("thrown"))
except OSError as e:
    while e:
        print(repr(e))
        e = e.__context__
