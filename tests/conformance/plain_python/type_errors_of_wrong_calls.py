# CPython's messages when arguments are missing, too many, unexpected or given twice.
def none(): ...
def one(a): ...
def two(a, b): ...
def three(a, b, c): ...
def opt(a, b=1): ...
def kwonly(*, x, y): ...
def mixed(a, *, x): ...
def posonly(a, b, /, c): ...
def rest(a, *args): ...


class K:
    def method(self, x): ...

    @classmethod
    def cm(cls): ...


class WithInit:
    def __init__(self, a): ...


class NoInit: ...


text, nothing = "text", None


calls = [
    lambda: none(1),
    lambda: one(),
    lambda: one(1, 2),
    lambda: two(),
    lambda: two(1),
    lambda: three(),
    lambda: two(1, 2, 3, c=4),
    lambda: opt(),
    lambda: opt(1, 2, 3),
    lambda: one(b=1),
    lambda: one(1, a=2),
    lambda: kwonly(),
    lambda: kwonly(x=1),
    lambda: kwonly(1, x=1, y=2),
    lambda: mixed(1, 2),
    lambda: mixed(1, 2, x=3),
    lambda: posonly(1, b=2, c=3),
    lambda: posonly(a=1, b=2, c=3),
    lambda: rest(),
    lambda: K().method(),
    lambda: K.method(),
    lambda: K().method(1, 2),
    lambda: K.cm(1),
    lambda: WithInit(),
    lambda: NoInit(5),
    lambda: one(**{"a": 1}, **{"a": 2}),
    lambda: one(**{1: 2}),
    lambda: one(*5),
    lambda: one(**5),
    lambda: (lambda x: x)(),
    lambda: text(),
    lambda: len(),
    lambda: len(1, 2),
    lambda: len(5),
    lambda: int("1", "2"),
    lambda: print(1, sepp=2),
    lambda: sorted([1], 5),
    lambda: [].append(),
    lambda: "a".join(),
    lambda: {}.get(),
    lambda: isinstance(1),
    lambda: nothing(),
]
for call in calls:
    try:
        print("no error", call())
    except TypeError as e:
        print(e)
