# Stars before things that are no iterables, too many arguments, odd base classes, dicts that change their keys.
import contextvars
import copy
import io
import math
import sys


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def f(*args, **kwargs):
    return args, kwargs


attempt(lambda: f(*5))
attempt(lambda: f(1, *5))
attempt(lambda: f(*[1], *None))
attempt(lambda: print(*5, end=""))
attempt(lambda: len(1, *5))
attempt(lambda: int(1, 2, 3))
attempt(lambda: complex(1, 2, 3))
attempt(lambda: sum([], 1, 2))
attempt(lambda: enumerate([], 1, 2))
attempt(lambda: "a".encode(1, 2, 3))
attempt(lambda: int("1", base=2, other=3))
attempt(lambda: [].sort(key=None, reverse=True, other=2))
attempt(lambda: complex(real=1, imag=2, other=3))
attempt(lambda: reversed())
for base in (1, None, f, math, contextvars.ContextVar, contextvars.Context, bool):
    def define():
        class Odd(base):
            pass

    attempt(define)
attempt(lambda: contextvars.Context(1))
keys = dict.fromkeys(range(12))
try:
    for key in keys:
        if key < 2:
            keys.pop(key)
            keys[key + 100] = None
except RuntimeError as error:
    print(error)
print(isinstance(sys.stdout, io.TextIOBase), isinstance(sys.stdout, io.IOBase), io.TextIOWrapper.__name__)
print(math.copysign(1, float("-nan")), math.copysign(1, float("nan")))
print(copy.copy(slice(1, 2)), copy.deepcopy([slice(3)]))
