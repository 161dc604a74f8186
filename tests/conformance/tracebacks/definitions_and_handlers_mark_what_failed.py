# Classes, decorators, lambdas, assertions and what is raised while an exception is handled.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def g(*a, **k): raise KeyError(a)


class A:
    def m(self, *a, **k): return self
    def bad(self, *a, **k): raise ValueError
    @property
    def p(self): raise AttributeError("p")
    def __iter__(self): raise OSError


a = A()


def f64():
    class X(metaclass=g):
        y = 1
        z = 2
        w = 3
def f66():
    @a.bad(1)
    class h: pass
def f67():
    @a.bad
    @a.m
    class h:
        x = 1
def f68():
    lambda x=1/0: 1
def f69():
    (lambda x: 1/x)(0)
def f70():
    assert 1 == 2
def f71():
    assert 1 == 2, "message"
def f72():
    assert (1 ==
      2), ("message"
      "b")
def f73():
    assert not a.m(), f"a{1}"
def f74():
    x = yield_(1)
def f75():
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError("x") from e
def f76():
    try:
        1/0
    except ZeroDivisionError as e:
        undefined_name
def f77():
    try:
        1/0
    finally:
        undefined_name
def f78():
    try:
        1/0
    except undefined_name:
        pass
def f79():
    while 1/0: pass
def f80():
    if 1/0: pass
    elif 2: pass
def f81():
    if 0: pass
    elif 1/0: pass
def f82():
    return 1 if 1/0 else 2


for number in (64, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82):
    show(globals()[f"f{number}"])
