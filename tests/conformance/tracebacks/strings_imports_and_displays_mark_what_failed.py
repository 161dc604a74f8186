# Fields of f-strings, imports, with statements, displays and comprehensions.
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


def f42():
    f"{not_there}"
def f43():
    f"abc {1} {'a' + 1} {2}"
def f44():
    f"""abc
    {1}
    {'a' + 1} {2}
    """
def f45():
    f"{a.bad(1)!r:>{1}}"
def f46():
    f"{[]:>3}"
def f47():
    f"{1:{'x'}}"
def f48():
    import nothing_here
def f50():
    with 1: pass
def f52():
    {[]: 1}
def f53():
    {1, []}
def f54():
    {**1}
def f55():
    [x for x in 1]
def f56():
    [1/x for x in (1, 0)]
def f57():
    return {x: 1/x
        for x in (1, 0)}
def f58():
    return sum(1/x for x in (1, 0))
def f59():
    return sum(
        1/x
        for x in (1, 0)
    )
def f60():
    raise 1
def f61():
    raise ValueError from 1
def f62():
    raise


for number in (42, 43, 44, 45, 46, 47, 48, 50, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62):
    show(globals()[f"f{number}"])
