import inspect, functools, warnings, traceback, sys, io, asyncio
from typing import Optional, List


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


def f(a, /, b: int, c=3, *args: str, d, e: float = 2.5, **kw) -> Optional[List[int]]:
    """Doc.

        indented
    more
    """


async def co(x): pass
def gen(): yield 1
async def agen(): yield 1
class C:
    "class doc"
    attr = 1
    def __init__(self, x: int, *, y="q"): pass
    def m(self, z, w=None): "m doc"
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(r): pass
    @property
    def p(self): return 1
    async def am(self): pass
    def __call__(self, a, *b): pass
class D(C):
    def m(self, z, w=None): pass
class E: pass
@functools.wraps(f)
def wrapped(*a): pass
for x in [f, co, gen, agen, C, C(1).m, C.m, C.cm, C.sm, C(1), C(1).am, E, lambda: 0, lambda *, k: 0, functools.partial(f, 1, d=5), functools.partial(co, 1), wrapped, lambda a, /: a]:
    print(inspect.signature(x), [g(x) for g in (inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction, inspect.isroutine, inspect.isbuiltin)])
attempt(inspect.signature, 5); 
s = inspect.signature(f)
print(list(s.parameters), s.parameters["b"], repr(s.parameters["c"]), s.parameters["a"].kind, repr(s.parameters["a"].kind), s.parameters["kw"].kind.name, s.parameters["e"].default, s.return_annotation, s.parameters["a"].default is inspect.Parameter.empty, repr(s), s.parameters["args"], s.parameters["d"].kind == inspect.Parameter.KEYWORD_ONLY)
b = s.bind(1, 2, 3, 4, d=5, z=6); print(b.arguments, b.args, b.kwargs, b); b = s.bind(1, b=2, d=3); b.apply_defaults(); print(b.arguments)
attempt(s.bind, 1); attempt(s.bind, 1, 2); attempt(s.bind, 1, 2, b=3, d=1); attempt(inspect.signature(co).bind, 1, 2); attempt(inspect.signature(co).bind, 1, q=2); print(s.bind_partial(1).arguments)
print(inspect.getdoc(f)); print(inspect.getdoc(C), inspect.getdoc(D.m), inspect.getdoc(D(1).m), inspect.getdoc(E), inspect.cleandoc("a\n   b\n  c\n\n"))
print([n for n, v in inspect.getmembers(C, inspect.isfunction)], [n for n, v in inspect.getmembers(C(1)) if not n.startswith("__")])
c = co(1); g = gen(); a = agen()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(g), inspect.isasyncgen(a), inspect.isawaitable(g), inspect.getcoroutinestate(c), inspect.getgeneratorstate(g)); c.close(); next(g); print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g), inspect.getmro(D) == D.__mro__, inspect.isabstract(C), inspect.ismodule(inspect), inspect.unwrap(wrapped) is f, inspect.isdatadescriptor(C.p), inspect.getfullargspec(f), inspect.getfullargspec(C(1).m).args, inspect.getcallargs(co, 5), inspect.get_annotations(f) == f.__annotations__, inspect.currentframe() is not None, inspect.isbuiltin(len))
class Aw:
    def __await__(self): yield
print(inspect.isawaitable(Aw()), inspect.isawaitable(5), str(inspect.Signature([inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY)])))
err = io.StringIO(); sys.stderr = err
def w(): warnings.warn("careful")
w(); w(); warnings.warn("dep", DeprecationWarning); warnings.warn(RuntimeWarning("rw")); warnings.warn("lvl", UserWarning, stacklevel=2) if 0 else None
def outer(): w2()
def w2(): warnings.warn("deep", FutureWarning, stacklevel=2)
outer()
print([l.split(":", 1)[-1].split(": ", 1)[-1] for l in err.getvalue().splitlines() if not l.startswith("  ")])
with warnings.catch_warnings(record=True) as rec:
    warnings.simplefilter("always"); w(); w(); warnings.warn("x", DeprecationWarning); print([(str(r.message), r.category.__name__, r.lineno) for r in rec], len(rec), issubclass(rec[-1].category, DeprecationWarning))
with warnings.catch_warnings():
    warnings.simplefilter("error"); attempt(w); warnings.filterwarnings("ignore", message="care.*"); w(); attempt(warnings.warn, "other"); warnings.filterwarnings("ignore", category=UserWarning); w(); attempt(warnings.warn, "z", RuntimeWarning)
attempt(warnings.warn, "x", int); attempt(warnings.simplefilter, "nope"); print(repr(warnings.formatwarning("m", UserWarning, "f.py", 3, "src")))
@warnings.deprecated("use new")
def old(): return 1
with warnings.catch_warnings(record=True) as rec: warnings.simplefilter("always"); print(old(), rec[0].message, rec[0].category.__name__, old.__deprecated__)
sys.stderr = err = io.StringIO()
def boom(): raise ValueError("bang")
try: boom()
except ValueError as e:
    traceback.print_exc(); text = traceback.format_exc(); print(text == err.getvalue(), text.splitlines()[-1], text.splitlines()[0], traceback.format_exception_only(e), traceback.format_exception_only(type(e), e), "".join(traceback.format_exception(e)) == text, "".join(traceback.format_exception(type(e), e, e.__traceback__)) == text, [x.name for x in traceback.extract_tb(e.__traceback__)], traceback.extract_tb(e.__traceback__)[-1].lineno, len(traceback.format_tb(e.__traceback__)))
    out = io.StringIO(); traceback.print_exception(e, file=out); print(out.getvalue() == text, str(traceback.TracebackException.from_exception(e)), "".join(traceback.TracebackException.from_exception(e).format()) == text)
    try: raise KeyError("k") from e
    except KeyError as k: t = traceback.format_exc(); print("direct cause" in t, "direct cause" in traceback.format_exc(chain=False), t.count("Traceback"), traceback.format_exc(chain=False).splitlines()[-1])
print(repr(traceback.format_exc()), traceback.format_exception_only(KeyError("x")), traceback.format_exception_only(KeyError()), traceback.format_exception(None) if 0 else "")
e = ValueError("a\nb"); e.add_note("note"); print(traceback.format_exception_only(e)); print(isinstance(traceback.extract_stack(), list))
