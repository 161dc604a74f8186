"""Weak references and the containers made of them."""

import operator as _operators

from _switchboard import getweakrefcount, getweakrefs, ref

from collections.abc import MutableMapping, MutableSet

__all__ = [
    "ref", "proxy", "WeakMethod", "WeakSet", "WeakKeyDictionary", "WeakValueDictionary", "finalize", "ReferenceType",
    "getweakrefcount", "getweakrefs", "ProxyType", "CallableProxyType", "ProxyTypes",
]

ReferenceType = ref



class ProxyType:
    __module__ = "weakref"
    __slots__ = ("_ref", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __str__(self):
        return str(_alive(self))

    def __repr__(self):
        obj = object.__getattribute__(self, "_ref")()
        if obj is None:
            return f"<weakproxy at {id(self):#x}; dead>"
        return f"<weakproxy at {id(self):#x}; to '{type(obj).__name__}' at {id(obj):#x}>"

    def __bool__(self):
        return bool(_alive(self))

    __hash__ = None


def _passed_on(name):
    def method(self, *args):
        function = getattr(_operators, name)
        return function(_alive(self), *map(_unproxied, args))

    return method


def _passed_on_reversed(name):
    def method(self, other):
        return getattr(_operators, name)(_unproxied(other), _alive(self))

    return method


for _name in (
    "eq ne lt le gt ge add sub mul truediv floordiv mod pow matmul lshift rshift and_ or_ xor neg pos abs invert index "
    "iadd isub imul itruediv ifloordiv imod ipow imatmul ilshift irshift iand ior ixor "
    "getitem setitem delitem contains"
).split():
    setattr(ProxyType, f"__{_name.strip('_')}__", _passed_on(_name))
for _name in "add sub mul truediv floordiv mod pow matmul lshift rshift and_ or_ xor".split():
    setattr(ProxyType, f"__r{_name.strip('_')}__", _passed_on_reversed(_name))
for _name, _function in (("int", int), ("float", float), ("len", len), ("iter", iter), ("next", next), ("reversed", reversed)):
    setattr(ProxyType, f"__{_name}__", lambda self, function=_function: function(_alive(self)))


class CallableProxyType(ProxyType):
    __module__ = "weakref"
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _alive(self)(*args, **kwargs)


def _alive(proxy):
    obj = object.__getattribute__(proxy, "_ref")()
    if obj is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return obj


def _unproxied(value):
    return _alive(value) if type(value) in ProxyTypes else value


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    new = object.__new__(CallableProxyType if callable(obj) else ProxyType)
    if callback is not None:
        itself, function = ref(new), callback
        callback = lambda _: (alive := itself()) is None or function(alive)
    object.__setattr__(new, "_ref", ref(obj, callback))
    return new


class WeakMethod:
    """A weak reference to a bound method: it lives as long as its instance does."""

    def __init__(self, meth, callback=None):
        try:
            self._obj, self._func = ref(meth.__self__, lambda _: callback and callback(self)), ref(meth.__func__)
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self._type = type(meth)

    def __call__(self):
        obj, func = self._obj(), self._func()
        return None if obj is None or func is None else self._type(func, obj)

    def __eq__(self, other):
        return self() == other() if isinstance(other, WeakMethod) else NotImplemented

    def __hash__(self):
        return hash(self._func)


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self._refs = {}
        if data is not None:
            self.update(data)

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __iter__(self):
        for reference in list(self._refs):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        try:
            return ref(item) in self._refs
        except TypeError:
            return False

    def add(self, item):
        refs = self._refs
        refs[ref(item, lambda dead: refs.pop(dead, None))] = None

    def discard(self, item):
        self._refs.pop(ref(item), None)

    def clear(self):
        self._refs.clear()

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def union(self, other):
        return self.__class__([*self, *other])

    def issubset(self, other):
        return set(self) <= set(other)

    def issuperset(self, other):
        return set(self) >= set(other)

    def __repr__(self):
        return repr(set(self))


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        data = self.data
        data[ref(key, lambda dead: data.pop(dead, None))] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def __len__(self):
        return sum(1 for _ in self)

    def copy(self):
        return self.__class__(self)

    def keyrefs(self):
        return list(self.data)

    def __repr__(self):
        return f"<WeakKeyDictionary at {id(self):#x}>"


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        data = self.data

        def remove(dead):
            if data.get(key) is dead:
                del data[key]

        data[key] = ref(value, remove)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def __len__(self):
        return sum(1 for _ in self)

    def copy(self):
        return self.__class__(self)

    def valuerefs(self):
        return list(self.data.values())

    def __repr__(self):
        return f"<WeakValueDictionary at {id(self):#x}>"


_finalizers = {}


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self.atexit = True
        _finalizers[self] = ref(obj, self), func, args, kwargs

    def __call__(self, _=None):
        entry = _finalizers.pop(self, None)
        return None if entry is None else entry[1](*entry[2], **entry[3])

    def detach(self):
        entry = _finalizers.get(self)
        obj = entry and entry[0]()
        if obj is not None and _finalizers.pop(self, None):
            return obj, *entry[1:]

    def peek(self):
        entry = _finalizers.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, *entry[1:]

    @property
    def alive(self):
        return self in _finalizers
