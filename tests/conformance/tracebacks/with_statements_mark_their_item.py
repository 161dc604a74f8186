# With statements whose exit fails on every way out.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


class A:
    def __enter__(self): return 1
    def __exit__(self, *a): raise ValueError(a[0])


def f22():
    with A() as (x, y): pass
def f23():
    with A() as x: pass
def f24():
    with A() as x:
        1/0
def f25():
    with A() as x:
        return 1
def f26():
    for i in range(3):
        with A() as x:
            break
def f27():
    with (A()
          as x):
        y = 1
        z = 2
def f28():
    with A(), \
         A() as x:
        y = 1
def f29():
    global A2
    A2
def f30():
    nonexist.x = 1
def f31():
    nonexist[1] = 2
def f32():
    nonexist += 1
def f33():
    x = (lambda:
       1/0)()
def f34():
    x = (lambda: (yield))().send(1)
def f35():
    print("a", file=
       1)
def f36():
    print(*[1], sep=1)


for number in (22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36):
    show(globals()[f"f{number}"])
