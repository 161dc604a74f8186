# ContextVar: get, set, reset, tokens, Context.run, and what goes wrong.
import contextvars
from contextvars import ContextVar, Token, copy_context

v = ContextVar("v", default=0)
w = ContextVar("w")
print(v.name, v.get(), v.get(5), w.get("fallback"))
try:
    w.get()
except LookupError as e:
    print(type(e).__name__, "w" in str(e))
t1 = v.set(1)
t2 = v.set(2)
print(v.get(), t2.old_value, t1.old_value is Token.MISSING, t1.var is v)
v.reset(t2)
print(v.get())
try:
    v.reset(t2)
except RuntimeError as e:
    print("used twice:", "has already been used once" in str(e))
v.reset(t1)
print(v.get())
try:
    w.reset(v.set(1))
except ValueError as e:
    print("another variable:", "different ContextVar" in str(e))


def work(n):
    v.set(n)
    w.set("inner")
    return v.get() * 2


ctx = copy_context()
print(ctx.run(work, 21), v.get(), ctx[v], ctx.get(w), w in ctx, w in copy_context(), ctx.get(ContextVar("other"), "nothing"))
print(sorted(var.name for var in ctx), len(ctx), dict(ctx.items())[v], sorted(map(str, ctx.values())))
other = ctx.copy()
other.run(v.set, "changed")
print(ctx[v], other[v])
token_from_ctx = ctx.run(v.set, 1)
try:
    v.reset(token_from_ctx)
except ValueError as e:
    print("another context:", "different Context" in str(e))
try:
    ctx.run(ctx.run, print)
except RuntimeError as e:
    print("entered twice:", "already entered" in str(e))
try:
    ctx.run(lambda: 1 / 0)
except ZeroDivisionError as e:
    print(e)
print(list(contextvars.Context()), v.get())
