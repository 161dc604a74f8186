# A docstring is found in functions, decorated ones, classes and bound methods.
import functools
def a(): "one"; return 1
def b():
    "two"
    return 1
async def c(): "three"; return 1
async def d(x, *, y=1):
    "four"
print(a.__doc__, b.__doc__, c.__doc__, d.__doc__)
def w(fn):
    @functools.wraps(fn)
    async def inner(): pass
    return inner
print(w(c).__doc__, w(d).__doc__, w(a).__doc__)
class S:
    "cls"; x = 1
    @w
    async def m(self): "five"; return 1
    async def n(self): "six"; return 1
print(S.m.__doc__, S.n.__doc__, S.__doc__, S().n.__doc__, S().m.__doc__)
