# Positional-only, defaults, varargs, keyword-only and keyword dict, and how arguments map to them.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return f"a={a} b={b} c={c} args={args} d={d} e={e} kwargs={kwargs}"


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, e=6, z=9))
print(f(1, d=4, b="goes to kwargs", a="too"))
print(f(*[1, 2], *(3, 4), **{"d": 5}, **dict(x=6)))
print(f(0, *"xy", d=None, **{"e": 1, "weird key": 2}))


def only_keywords(*, x, y=0):
    return x - y


def only_positional(x, y, /):
    return x - y


def defaults(a, items=[], *, when={"n": 0}):
    items.append(a)
    when["n"] += 1
    return items, when


print(only_keywords(y=1, x=5), only_positional(5, 1))
print(defaults(1), defaults(2), defaults(3, []))
print(f.__defaults__, f.__kwdefaults__, defaults.__defaults__)

order = []


def note(x):
    order.append(x)
    return x


def g(a=note("default evaluated once"), *rest, **more):
    return a


g(note("first"), *[note("second")], k=note("third"), **{note("key"): note("value")})
g()
print(order)


def annotated(x: int, y: "str" = "s", *args: float, **kw: bool) -> None: ...


print(annotated.__annotations__, annotated(1.5))
print((lambda *a, **k: (a, k))(1, b=2), (lambda x, y=(1, 2): y[x])(1))
