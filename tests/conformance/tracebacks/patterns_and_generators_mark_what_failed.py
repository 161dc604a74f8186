# Patterns, annotations, generators, and blanks and parentheses around calls.
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


def f83():
    x = 1 and 1/0 or 2
def f84():
    match 1/0:
        case 1: pass
def f85():
    match 1:
        case x if x/0: pass
def f86():
    match 1:
        case a.p: pass
def f87():
    match 1:
        case g(1): pass
def f88():
    match a:
        case A(1): pass
def f89():
    x: 1/0 = 2
def f90():
    def h(x: 1/0): pass
def f91():
    global zzz; del zzz
def f92():
    next(iter([]))
def f93():
    def gen():
        x = yield 1
        1/0
    for y in gen(): pass
def f94():
    def gen():
        yield from 5
    list(gen())
def f95():
    def gen():
        yield from gen2()
    def gen2():
        yield 1/0
    list(gen())
def f96():
    x = [1, 2, 3][5:7:0]
def f97():
    x = [1, 2, 3]["a":
       "b"]
def f98():
    int("x", base=
        10)
def f99():
    1 + (2 * (3 - "4"))
def f100():
    1  +  (2  *  (  3  -  "4"  )  )
def f101():
    2 ** "a"; 2 // 0; 
def f102():
    2 // 0
def f103():
    x = 3
    x >>= -1
def f104():
    ((a)
     .bad)()
def f105():
    a.bad  (  1  )
def f106():
    a . bad ( 1 )
def f107():
    [1][ 2 ]
def f108():
    [1] [2]
def f109():
    x = [
      1/0
      for x in range(3)
      if x
    ]
def f110():
    a.m(1)[2]
def f111():
    a.m(1)[
       2
    ].x


for number in (83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111):
    show(globals()[f"f{number}"])
