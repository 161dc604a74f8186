# Generic functions, classes and aliases; classes that fail; decorators.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f1():
    def f[T](x: 1/0): pass
def f2():
    @print
    @(1/0)
    def f[T](x): pass
def f3():
    @print
    @(lambda x: 1/0)
    def f[T](x): pass
def f4():
    @(lambda x: 1/0)
    class A[T]:
        x = 1
def f6():
    class A[T](object, metaclass=1/0): pass
def f7():
    class A[T](
       int, str): 
       pass
def f8():
    class A(
       int, str): 
       pass
def f9():
    class A(object,
       int): 
       x = 1
def f11():
    type X[T] = 1/0
    X.__value__
def f12():
    type X = 1/0
    X.__value__
def f14():
    class A(  # class A(
     "x"[5]
     ) : pass
def f17():
    @str.lower  # class
    class Bclass: pass
def f18():
    x = [1,2]; x[2], y = 1, 2
def f19():
    (x, y), z = 1, 2
def f20():
    for (x, y), z in [(1, 2)]: pass
def f21():
    [x for (x, y) in [1]]


for number in (1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 14, 17, 18, 19, 20, 21):
    show(globals()[f"f{number}"])
