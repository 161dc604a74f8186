import functools
from functools import *
from collections.abc import Sized, Iterable


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


def deco(f):
    @wraps(f)
    def inner(*a, **k):
        "inner doc"
        return f(*a, **k) + 1
    return inner


@deco
def plus(a: int, b=2) -> int:
    "adds"
    return a + b


plus.tag = 1
print(plus(1), plus.__name__, plus.__doc__, plus.__qualname__, plus.__annotations__, plus.__wrapped__(1), plus.__module__, plus.__dict__.keys())
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(max, [3, 9, 2]), reduce(lambda a, b: a * b, range(1, 6), 1))
attempt(reduce, max, []); attempt(reduce, max, 5)
p = partial(print, "a", sep="-")
p("b", "c"); p("b", sep="+")
print(p.args, p.keywords, partial(p, "z").args, partial(int, base=2)("101"), partial(int, base=2), partial(partial(max, 1), 2))
attempt(partial, 5); attempt(partial)
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state, **kw): self.alive = state; return self.alive, kw
    on = partialmethod(set_state, True)
    off = partialmethod(set_state, False, x=1)
print(Cell().on(), Cell().off(y=2), Cell.on(Cell()))


@lru_cache(maxsize=2)
def sq(x, *, k=1):
    print("computing", x, k)
    return x * x * k


print(sq(2), sq(3), sq(2), sq(4), sq(3), sq(2), sq(2, k=3), sq.cache_info(), sq.cache_parameters())
sq.cache_clear(); print(sq.cache_info(), sq.__name__, sq.__wrapped__.__name__)
attempt(sq, [1])


@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_info().hits)


@lru_cache
def plain(x): return type(x).__name__


print(plain(3), plain(3.0), plain(True), plain("3"), plain.cache_info())


@lru_cache(typed=True)
def typed(x, y=0): return type(x).__name__


print(typed(3), typed(3.0), typed(3, 0), typed(x=3), typed.cache_info())


@lru_cache(maxsize=0)
def none(x): return x


none(1); none(1); print(none.cache_info()); attempt(lru_cache, "x")


class C:
    def __init__(self): self.n = 0
    @cached_property
    def value(self):
        "the value"
        self.n += 1
        return self.n * 10
    @lru_cache(None)
    def method(self, x): return x + 1


c = C(); print(c.value, c.value, c.n, c.__dict__, C.value.__doc__); del c.value; print(c.value, c.method(3), c.method(3), C.method.cache_info())
class Slotted:
    __slots__ = ()
    @cached_property
    def v(self): return 1
attempt(lambda: Slotted().v)


@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.n < o.n


print(V(1) < V(2), V(1) <= V(1), V(1) > V(2), V(1) >= V(2), V(2) >= V(2), sorted([V(3), V(1)])[0].n)
attempt(lambda: V(1) <= 3)
class G:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __ge__(self, o): return self.n >= o.n
G = total_ordering(G); print(G(1) < G(2), G(1) <= G(1), G(1) > G(2), G(1) >= G(2))
attempt(total_ordering, type("N", (), {}))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted("bca", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))


@singledispatch
def show(x, *rest): return f"object {x}"


@show.register
def _(x: int): return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x): return f"seq {len(x)}"


@show.register
def _(x: str | bytes): return f"text {x}"


@show.register(Sized)
def _(x): return "sized"


show.register(float, lambda x: "float")
print(show(1), show(True), show([1]), show((1, 2)), show("s"), show(b"s"), show({}), show(2.0), show(None), show.dispatch(bool)(False), sorted(t.__name__ for t in show.registry))
attempt(show); attempt(show.register, 5)
class Neg:
    @singledispatchmethod
    def neg(self, arg): raise NotImplementedError(f"Cannot negate {arg!r}")
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register
    def _(self, arg: bool): return not arg
print(Neg().neg(5), Neg().neg(True)); attempt(Neg().neg, "x"); attempt(Neg().neg)
