# Targets, augmented assignments, operators and subscripts.
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


def f20():
    del a.zz
def f21():
    del (a
       .zz)
def f22():
    None.x += 1
def f23():
    x = {}
    x["a"] += 1
def f24():
    x = []
    x[1] = 2
def f25():
    x = []
    x[1
     ] += (
       2)
def f26():
    x = ()
    x[0] = 1
def f27():
    x = 1
    x += "a"
def f28():
    x = 1
    x[1]
def f29():
    x = 1
    x()
def f30():
    x = 1
    x(1)(2)
def f31():
    a.m(1)(2)
def f32():
    g(1, **{"a": 1}, **{"a": 2})
def f33():
    g(**1)
def f34():
    len(1, 2)
def f35():
    f34(3)
def f36():
    f34(x=1)
def f37():
    "abc" < 1
def f38():
    1 in 2
def f39():
    -"a"
def f40():
    not_there
def f41():
    f"{1:abc}"


for number in (20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41):
    show(globals()[f"f{number}"])
