# singledispatch by type, singledispatchmethod, wraps keeps metadata, partialmethod, composing functions.
from functools import partialmethod, singledispatch, singledispatchmethod, wraps


@singledispatch
def describe(value):
    """Describes anything."""
    return f"some {type(value).__name__}"


@describe.register
def _(value: int):
    return f"the number {value}"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return "[" + "; ".join(describe(v) for v in value) + "]"


@describe.register(type(None))
def nothing(value):
    return "nothing"


print(describe(5), describe(True), describe([1, "a", None, (2.5,)]), describe({}), describe.dispatch(bool).__name__, describe.__doc__)


class Formatter:
    @singledispatchmethod
    def show(self, arg):
        return f"? {arg}"

    @show.register
    def _(self, arg: int):
        return f"int {arg}"

    @show.register
    def _(self, arg: str):
        return f"str {arg!r}"


f = Formatter()
print(f.show(1), f.show("a"), f.show(2.5))


class Switch:
    def __init__(self):
        self.state = None

    def set_state(self, state, log=False):
        self.state = state
        return f"{'logged ' if log else ''}{state}"

    on = partialmethod(set_state, "on")
    off = partialmethod(set_state, "off", log=True)


s = Switch()
print(s.on(), s.off(), s.on(log=True), s.state)


def with_doc(func):
    @wraps(func)
    def inner(*args, **kwargs):
        return func(*args, **kwargs)

    return inner


@with_doc
def documented(a, b: int = 2) -> str:
    """The original docstring."""


print(documented.__name__, documented.__doc__, documented.__wrapped__.__defaults__, documented.__annotations__)
