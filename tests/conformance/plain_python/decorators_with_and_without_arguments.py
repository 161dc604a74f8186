# Decorators wrap functions and classes, stack from the bottom up, take arguments and keep state.
import functools


def traced(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        shown = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"-> {func.__name__}({', '.join(shown)})")
        result = func(*args, **kwargs)
        print(f"<- {result!r}")
        return result

    return wrapper


def repeat(times=2):
    def decorate(func):
        def wrapper(*args):
            return [func(*args) for _ in range(times)]

        return wrapper

    return decorate


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func, self.calls = func, 0

    def __call__(self, *args):
        self.calls += 1
        return self.func(*args)


@traced
@repeat(times=3)
def hello(name):
    """Greets."""
    return f"hello {name}"


@repeat()
@traced
def add(a, b=1):
    return a + b


@CountCalls
def square(x):
    """Squares x."""
    return x * x


def register(cls):
    cls.registered = True
    return cls


@register
class Thing:
    @traced
    def method(self, *, key):
        return key


print(hello("Eva"))
print(add(1))
print(sum(square(i) for i in range(5)), square.calls, square.__name__, square.__doc__)
print(hello.__name__, add.__name__, hello.__wrapped__.__name__)
Thing.__repr__ = lambda self: "<thing>"
print(Thing().method(key="k"), Thing.registered)
