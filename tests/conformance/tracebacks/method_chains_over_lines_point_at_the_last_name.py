# A call of a method on a later line is marked from the name of the method on.
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


def f1():
    a.m().bad()
def f2():
    a.m(
    ).bad(
    )
def f3():
    (a.m()
      .m()
      .bad(1,
        2)
      .m())
def f4():
    (a.m()
      .m()
      .p
      .m())
def f5():
    (a.m()
      .m(1)
      .bad)(1)
    (a.m()
      .bad)(1)
def f6():
    return a.m(
        a.m(
            a.bad()
        )
    )
def f7():
    return a.m(x=1,
       y=a.bad(1, 
           2))
def f8():
    for x in a:
        pass
def f9():
    [*a]
def f10():
    g(*a)
def f11():
    x, y = a
def f12():
    x, y = (1,
       2,
       3)
def f13():
    x, y = [1]
def f14():
    x, *y, z = [1]
def f15():
    x, y = 5
def f16():
    (a
     .q)
def f17():
    a.m().q.z
def f18():
    a.p = 3
def f19():
    (a.m()
     .p) = 3


for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19):
    show(globals()[f"f{number}"])
