"""Weak references and the containers made of them."""

from _switchboard import ref

from collections.abc import MutableMapping, MutableSet

__all__ = [
    "ref", "proxy", "WeakMethod", "WeakSet", "WeakKeyDictionary", "WeakValueDictionary", "finalize", "ReferenceType",
    "getweakrefcount", "ProxyTypes",
]

ReferenceType = ref



class _Proxy:
    __slots__ = ("_ref",)

    def __init__(self, obj, callback=None):
        object.__setattr__(self, "_ref", ref(obj, callback))

    def __getattribute__(self, name):
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __str__(self):
        return str(_alive(self))

    def __call__(self, *args, **kwargs):
        return _alive(self)(*args, **kwargs)

    def __len__(self):
        return len(_alive(self))

    def __getitem__(self, key):
        return _alive(self)[key]

    def __iter__(self):
        return iter(_alive(self))

    def __bool__(self):
        return bool(_alive(self))

    def __eq__(self, other):
        return _alive(self) == other

    __hash__ = None


def _alive(proxy):
    obj = object.__getattribute__(proxy, "_ref")()
    if obj is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return obj


ProxyTypes = (_Proxy,)


def proxy(obj, callback=None, /):
    return _Proxy(obj, callback)


def getweakrefcount(obj, /):
    return 0


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
