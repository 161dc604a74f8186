import asyncio
import contextlib
import io
import sys
import types
from contextlib import *


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


@contextmanager
def tag(name, log=print):
    "makes a tag"
    log(f"<{name}>")
    try:
        yield name.upper()
    finally:
        log(f"</{name}>")


with tag("a") as x, tag("b") as y: print(x, y)
print(tag.__name__, tag.__doc__)
def body(cm, exc=None):
    with cm as v:
        print("body", v)
        if exc: raise exc
    return "after"
attempt(body, tag("c"), ValueError("v")); attempt(body, tag("c"), StopIteration("s")); attempt(body, tag("c"), RuntimeError("r")); attempt(body, tag("k"), KeyboardInterrupt())


@contextmanager
def swallow():
    try: yield 1
    except ValueError as e: print("swallowed", e)


attempt(body, swallow(), ValueError("x")); attempt(body, swallow(), KeyError("x"))


@contextmanager
def bad(kind):
    if kind == "none": return
    try: yield
    except ValueError: 
        if kind == "twice": yield
        if kind == "other": raise KeyError("new")
        if kind == "from": raise KeyError("new") from None
    if kind == "more": yield


for k in "none", "more", "twice", "other", "from": attempt(body, bad(k)); attempt(body, bad(k), ValueError("q"))


@tag("deco")
def f(a): "doc f"; print("in f", a); return a
print(f(1), f(2), f.__name__)
with suppress(KeyError, ZeroDivisionError): 1 / 0
attempt(lambda: body(suppress(KeyError), ValueError("no")))
attempt(lambda: body(suppress(ValueError), ExceptionGroup("g", [ValueError(1), KeyError(2)])))
attempt(lambda: body(suppress(ValueError), ExceptionGroup("g", [ValueError(1)])))
class Thing:
    def close(self): print("closed")
with closing(Thing()) as t: print(type(t).__name__)
with nullcontext(5) as n: print(n)
out = io.StringIO()
with redirect_stdout(out): print("hidden")
print(repr(out.getvalue()))
with redirect_stderr(out): print("err", file=sys.stderr)
print(repr(out.getvalue()))


class CM(ContextDecorator):
    def __init__(self, name, ret=False): self.name, self.ret = name, ret
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, t, v, tb): print("exit", self.name, t and t.__name__, v); return self.ret


@CM("d")
def g(): print("g"); return 7
print(g())
with ExitStack() as stack:
    stack.enter_context(CM("1")); stack.callback(print, "cb", sep="-"); stack.push(CM("2")); stack.push(lambda *a: print("exit fn", a))
    print("in stack")
def stacked(exc, *cms):
    with ExitStack() as s:
        for c in cms: s.enter_context(c) if hasattr(c, "__enter__") else s.push(c)
        if exc: raise exc
    return "done"
def raiser(exc):
    def f(*a): print("raiser", a[1]); raise exc
    return f
attempt(stacked, ValueError("v"), CM("1"), CM("2", True), CM("3"))
attempt(stacked, ValueError("v"), CM("1"), CM("2"))
attempt(stacked, None, CM("1"), raiser(KeyError("k")), CM("2"))
attempt(stacked, ValueError("v"), CM("1"), raiser(KeyError("k")))
attempt(stacked, ValueError("v"), CM("1", True), raiser(KeyError("k")), raiser(TypeError("t")))
s = ExitStack(); s.callback(print, "late"); s2 = s.pop_all(); s.close(); print("moved"); s2.close()
attempt(ExitStack().enter_context, 5)
print(isinstance(CM("x"), AbstractContextManager), isinstance(5, AbstractContextManager), issubclass(ExitStack, AbstractContextManager))
class A(AbstractContextManager): pass
attempt(A)


@asynccontextmanager
async def atag(name):
    print("aenter", name); await asyncio.sleep(0)
    try: yield name
    finally: print("aexit", name)


class ACM:
    async def __aenter__(self): print("ACM in"); return self
    async def __aexit__(self, *a): print("ACM out", a[0]); return False


async def agen():
    try:
        yield 1; yield 2
    finally: print("agen closed")


async def main():
    async with atag("x") as v: print(v)
    try:
        async with atag("y"): raise ValueError("ay")
    except ValueError as e: print("got", e)
    @atag("deco")
    async def inner(): print("inner"); return 3
    print(await inner(), await inner())
    async with aclosing(agen()) as ag:
        async for i in ag: print(i); break
    async with AsyncExitStack() as st:
        await st.enter_async_context(atag("s")); st.enter_context(CM("sync")); st.callback(print, "cb"); await st.enter_async_context(ACM())
        async def acb(x): print("acb", x)
        st.push_async_callback(acb, 5)
        print("in")
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(ACM()); st.push(raiser(KeyError("kk"))); raise ValueError("vv")
    except KeyError as e: print(repr(e), repr(e.__context__))
    async with nullcontext(4) as q: print(q)
    try: await AsyncExitStack().enter_async_context(CM("z"))
    except TypeError as e: print(e)
    @asynccontextmanager
    async def never():
        if 0: yield
    try:
        async with never(): pass
    except RuntimeError as e: print(e)


asyncio.run(main())
ns = types.SimpleNamespace(a=1, b="x"); ns.c = [1]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]), ns.a, vars(ns), types.SimpleNamespace({"z": 1}, y=2)); del ns.a; attempt(lambda: ns.a)
ns.me = ns; print(ns)
class NS(types.SimpleNamespace): pass
print(NS(x=1), hasattr(types, "GeneratorType"), isinstance(print, types.BuiltinFunctionType), isinstance(attempt, types.FunctionType), isinstance((i for i in ()), types.GeneratorType), isinstance(types, types.ModuleType), isinstance(tag("x").__enter__, types.MethodType), isinstance(NotImplemented, types.NotImplementedType))
print(types.new_class("Q", (), {}, lambda d: d.update(x=1)).x, types.MappingProxyType({"a": 1})["a"])
attempt(types.MappingProxyType({"a": 1}).__class__.__name__.upper)


@types.coroutine
def switch(v):
    got = yield v
    return got


async def co():
    a = await switch(1); b = await switch(a + 1); return a + b


c = co(); print(c.send(None), c.send(10))
try: c.send(20)
except StopIteration as e: print(e.value)
