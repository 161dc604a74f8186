# contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout-like managers, ContextDecorator.
from contextlib import ContextDecorator, ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b"):
    print(a)
with tag("c"):
    raise ValueError("inside")
try:
    with tag("d"):
        raise KeyError("not swallowed")
except KeyError as e:
    print(e)


@tag("decorator")
def f(x):
    print("body", x)
    return x


print(f(5))
with suppress(KeyError, IndexError):
    {}["x"]
    print("never")
with suppress(ZeroDivisionError) as s:
    print(s)


class Door:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("closing", self.name)


with closing(Door("front")) as d:
    print(d.name)


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])
        return False


@Timer()
def work():
    print("working")


work()
with ExitStack() as stack:
    names = [stack.enter_context(tag(f"t{i}")) for i in range(2)]
    stack.callback(print, "callback", sep="", end="\n")
    stack.push(lambda *exc: print("exc is", exc[1]) or True)
    print(names)
    raise RuntimeError("handled by push")
with nullcontext(5) as five:
    print(five)
