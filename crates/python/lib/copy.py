"""Shallow and deep copies."""

from _switchboard import deque

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error


def _function():
    yield


async def _coroutine():
    pass


_sample = _coroutine()
_UNCOPYABLE = (type(_function()), type(_sample))
_sample.close()
_ATOMS = frozenset((
    type(None), int, float, bool, complex, bytes, str, type, range, type(...), type(NotImplemented),
    type(_function), type(_function.__code__), type(len), property, slice,
))


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls is tuple or cls is frozenset or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMS:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        memo[key] = y = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        memo[key] = y = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = _deep_tuple(x, memo)
    elif isinstance(x, type):
        return x
    elif hasattr(cls, "__deepcopy__"):
        y = cls.__deepcopy__(x, memo)
    else:
        y = _rebuild(x, cls, memo)
    if y is not x:
        memo[key] = y
        # Keeps x alive, so that its id isn't given to another object meanwhile.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _user_method(cls, name):
    """A method of that name which a class written in Python defines."""
    for base in cls.__mro__:
        if base in _NATIVE:
            return None
        if name in base.__dict__:
            return base.__dict__[name]
    return None


_NATIVE = frozenset((
    object, list, dict, set, frozenset, tuple, int, float, str, bytes, bytearray, deque, BaseException, Exception,
))


def _rebuild(x, cls, memo):
    deep = (lambda value: deepcopy(value, memo)) if memo is not None else (lambda value: value)
    for name in ("__reduce_ex__", "__reduce__"):
        if _user_method(cls, name) is not None:
            reduced = x.__reduce_ex__(4) if name == "__reduce_ex__" else x.__reduce__()
            return x if isinstance(reduced, str) else _from_reduced(x, memo, deep, *reduced)
    if isinstance(x, _UNCOPYABLE) or _is_opaque(x, cls):
        raise TypeError(f"cannot pickle '{_full_name(cls)}' object")
    if type(x) is _MethodType:
        return _MethodType(x.__func__, deep(x.__self__))
    y = _new(x, cls, deep)
    if memo is not None:
        memo[id(x)] = y
    state = x.__getstate__() if _user_method(cls, "__getstate__") else _state(x, cls)
    if state is not None:
        _set_state(y, deep(state))
    _fill(y, x, deep)
    return y


class _Sample:
    def method(self):
        pass


_MethodType = type(_Sample().method)


def _full_name(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def _is_opaque(x, cls):
    """Objects of the interpreter whose insides can't be copied."""
    if isinstance(x, (list, dict, set, frozenset, tuple, int, float, str, bytes, bytearray, deque, BaseException)):
        return False
    if cls is object or cls is _MethodType or hasattr(x, "__dict__") and not cls.__name__ == "module":
        return False
    return not any("__slots__" in base.__dict__ for base in cls.__mro__[:-1])


def _new(x, cls, deep):
    for name in ("__getnewargs_ex__", "__getnewargs__"):
        method = _user_method(cls, name)
        if method is not None:
            args, kwargs = method(x) if name == "__getnewargs_ex__" else (method(x), {})
            return cls.__new__(cls, *map(deep, args), **{k: deep(v) for k, v in kwargs.items()})
    if isinstance(x, BaseException):
        return cls(*map(deep, x.args))
    if isinstance(x, (tuple, frozenset)):
        kind = tuple if isinstance(x, tuple) else frozenset
        return kind.__new__(cls, kind(map(deep, x)))
    for kind in (str, bytes, int, float):
        if isinstance(x, kind):
            return kind.__new__(cls, kind(x))
    if isinstance(x, deque):
        return cls([], x.maxlen) if cls is deque else cls.__new__(cls)
    return cls.__new__(cls)


def _fill(y, x, deep):
    """What a container holds beside its attributes."""
    if isinstance(x, (list, deque)):
        for item in x:
            y.append(deep(item))
    elif isinstance(x, dict):
        for k, v in x.items():
            y[deep(k)] = deep(v)
    elif isinstance(x, set):
        for item in x:
            y.add(deep(item))
    elif isinstance(x, bytearray):
        y.extend(x)


def _state(x, cls):
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                slots[name] = getattr(x, name)
    state = getattr(x, "__dict__", None) or None
    return (state, slots) if slots else state


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    for name, value in (slots or {}).items():
        object.__setattr__(y, name, value)


def _from_reduced(x, memo, deep, func, args, state=None, listiter=None, dictiter=None):
    y = func(*map(deep, args))
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deep(state))
    for item in listiter or ():
        y.append(deep(item))
    for key, value in dictiter or ():
        y[deep(key)] = deep(value)
    return y


def replace(obj, /, **changes):
    method = getattr(obj.__class__, "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return method(obj, **changes)
