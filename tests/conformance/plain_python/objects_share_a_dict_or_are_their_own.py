# Objects that share one __dict__, are their own, or have one beside slots.
import functools


class Borg:
    _shared = {}
    def __init__(self): self.__dict__ = self._shared
a, b = Borg(), Borg()
a.x = 1
print(b.x, Borg._shared, a.__dict__ is b.__dict__)
class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.__dict__ = self
d = AttrDict(p=1); d.q = 2; d["r"] = 3
print(d, d.p, d.r, d.q)
class V: pass
v = V(); v.z = 1
v.__dict__ = {**v.__dict__, "w": 2}
print(v.z, v.w, vars(v))
v.__dict__ = v.__dict__
print(vars(v))
class S:
    __slots__ = ("x", "__dict__")
s = S(); s.x = 1; s.y = 2
print(s.x, s.y, s.__dict__, S.__slots__)
class T(S):
    __slots__ = ()
t = T(); t.z = 3; print(t.__dict__, hasattr(object(), "__dict__"))
try: v.__dict__ = 5
except TypeError as e: print(e)
try: v.__dict__ = None
except TypeError as e: print(e)

class A:
    __slots__ = ("n", "__dict__")
    @functools.cached_property
    def key(self): print("once"); return 7
a = A(); print(a.key, a.key, a.__dict__)
class P: __slots__ = ("q",)
print(hasattr(P(), "__dict__"))
