# Of an expression over many lines the first line, the last one and those around the operator are shown.
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


def f112():
    (
     a.m(1)
     +
     1
    )
def f113():
    (
     a.m(1)
     # comment + b
     + # xx
     1
    )
def f114():
    g((1
     ),
     # comment ( 
     )
def f115():
    g \
      (1)
def f116():
    (g
      (1))
def f117():
    g(1,  # abc
      )
def f119():
    g(
        1,
        2,
        g(3),
        4,
        5,
    )
def f120():
    return (1 + 2 +
        3 +
        4 +
        5 + "a" +
        6 +
        7)
def f121():
    raise ValueError(
        "one",
        "two",
        "three",
    )


for number in (112, 113, 114, 115, 116, 117, 119, 120, 121):
    show(globals()[f"f{number}"])
