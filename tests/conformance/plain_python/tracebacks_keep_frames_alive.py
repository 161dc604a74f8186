# Variables of frames that an exception has passed die with the exception, not with the frame.
import sys


class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def inner(n):
    x = Noisy(f"inner {n}")
    y = [Noisy(f"list {n}")]
    if n == 0:
        raise ValueError("bottom")
    inner(n - 1)


def outer():
    o = Noisy("outer")
    try:
        inner(2)
    except ValueError as e:
        print("caught")
        t = e.__traceback__
        depth = 0
        while t:
            depth += 1
            t = t.tb_next
        print(depth)
    print("after except")


outer()
print("outer done")


def gen():
    g = Noisy("gen local")
    try:
        yield 1
    finally:
        print("gen finally")


def use():
    for x in gen():
        raise KeyError("in loop")


try:
    use()
except KeyError:
    print("handler")
print("after handler")
def last():
    try:
        inner(0)
    except ValueError:
        tp, v, tb = sys.exc_info()
        print(tp.__name__, v, tb.tb_lineno)
    print("frame locals:", "x" in tb.tb_next.tb_frame.f_locals)
    del tb, v
    print("deleted")


last()
print("end")
