# Match statements that fail in their subject, patterns and guards.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f83():
    match {"a": 1}:
        case {"a": x} if x.foo: pass
def f84():
    match 5:
        case int(real=x) if x / 0: pass
def f85():
    match 5:
        case int(1, 2): pass
def f86():
    match 5:
        case show.foo: pass
def f87():
    match 5, 6:
        case show.foo, 7: pass
        case (5 |
          nonexist.x), 6: pass
def f88():
    match 5:
        case nonexist(): pass
def f89():
    match 5:
        case show(
           x): pass
def f90():
    match int("x",
       base=16):
        case 1: pass
def f91():
    match [1]:
        case [nonexist.a]: pass
def f92():
    match {"a": 1}:
        case {nonexist.a: 1}: pass
def f93():
    match {"a": 1}:
        case {"a": nonexist.x, **r}: pass
def f94():
    del nonexist
def f95():
    x = []
    del x[0], x[1]
def f96():
    del (1).real


for number in (83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96):
    show(globals()[f"f{number}"])
