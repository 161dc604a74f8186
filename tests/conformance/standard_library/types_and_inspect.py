# types: SimpleNamespace, MappingProxyType, kinds of functions; inspect: the is... tests, signature, states.
import asyncio
import inspect
import types


def f(a, b: int = 2, *args, c, d=4, **kw) -> str:
    """Docstring of f.

    More.
    """
    x = yield a
    return x


async def coro(x, /, y="s"):
    await asyncio.sleep(0)


async def agen():
    yield 1


class K:
    """K's doc."""

    def method(self): ...

    @property
    def prop(self): ...

    @classmethod
    def cm(cls): ...

    @staticmethod
    def sm(): ...


ns = types.SimpleNamespace(x=1, y=[2])
ns.z = "new"
proxy = types.MappingProxyType({"a": 1})
print(ns, ns == types.SimpleNamespace(x=1, y=[2], z="new"), proxy["a"], proxy, dict(proxy), types.SimpleNamespace())
try:
    proxy["b"] = 2
except TypeError as e:
    print(e)
print(inspect.signature(f), inspect.signature(coro), inspect.signature(K.method), inspect.signature(K().method), inspect.signature(lambda *, k=1: k), list(inspect.signature(f).parameters), inspect.signature(f).parameters["b"].default, inspect.signature(f).parameters["c"].kind.name, inspect.signature(f).bind(1, c=3).arguments)
print(inspect.isfunction(f), inspect.isgeneratorfunction(f), inspect.iscoroutinefunction(coro), inspect.isasyncgenfunction(agen), inspect.ismethod(K().method), inspect.ismethod(K.method), inspect.ismethod(K.cm), inspect.isclass(K), inspect.isbuiltin(len), inspect.ismodule(types), inspect.isawaitable(asyncio.sleep), callable(K), inspect.isabstract(K))
g = f(1, c=2)
print(inspect.isgenerator(g), inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), g.close(), inspect.getgeneratorstate(g))
c = coro(1)
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c), asyncio.iscoroutine(c), c.__name__, c.close(), inspect.getcoroutinestate(c))
print(inspect.getdoc(f), inspect.getdoc(K), K.method.__doc__, f.__doc__[:5], inspect.isasyncgen(agen()), inspect.cleandoc("  a\n    b\n    c"), sep="|")
print(isinstance(f, types.FunctionType), isinstance(g, types.GeneratorType), isinstance(c, types.CoroutineType), isinstance(len, types.BuiltinFunctionType), isinstance(K().method, types.MethodType), type(None) is types.NoneType, isinstance(lambda: 0, types.LambdaType), isinstance(types, types.ModuleType), [n for n, _ in inspect.getmembers(K) if not n.startswith("_")])
bound = types.MethodType(lambda self, n: (self, n), "me")
print(bound(1), types.new_class("New", (K,)).__mro__[1] is K, [type(x).__name__ for x in (f, g, c, agen, len, [].append, K().method, K, types, print, int, str.upper, ...)])
