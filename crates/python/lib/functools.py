"""Functions that work on functions."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


_NOTHING = object()


def reduce(function, iterable, initial=_NOTHING, /):
    try:
        items = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _NOTHING:
        for value in items:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


class partial:
    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **self.keywords)

    def __copy__(self):
        return type(self)(self.func, *self.args, **self.keywords)

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{_module_prefix(self)}{type(self).__qualname__}({', '.join(shown)})"


def _module_prefix(instance):
    return "" if type(instance).__module__ == "builtins" else f"{type(instance).__module__}."


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if isinstance(self.func, (classmethod, staticmethod)):
            return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)
        if instance is not None and hasattr(self.func, "__get__"):
            return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)
        func, fixed, fixed_keywords = self.func, self.args, self.keywords

        def _method(cls_or_self, /, *args, **keywords):
            return func(cls_or_self, *fixed, *args, **{**fixed_keywords, **keywords})

        return _method if instance is None else _method.__get__(instance, owner)

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"functools.partialmethod({', '.join(shown)})"


_CacheInfo = None


def _cache_info(hits, misses, maxsize, currsize):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo(hits, misses, maxsize, currsize)


_KEYWORD_MARK = object()


def _make_key(args, kwds, typed):
    if kwds:
        key = (*args, _KEYWORD_MARK)
        for item in kwds.items():
            key += item
    elif not typed and len(args) == 1 and type(args[0]) in (int, str):
        return args[0]
    else:
        key = args
    if typed:
        key += tuple(map(type, args)) + tuple(map(type, kwds.values()))
    return key


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, False)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    return lru_cache(None)(user_function)


def _cached(function, maxsize, typed):
    if not callable(function):
        raise TypeError("the first argument must be callable")
    known = {}
    hits = misses = 0

    def unbounded(*args, **kwds):
        nonlocal hits, misses
        key = args if not kwds and not typed and len(args) != 1 else _make_key(args, kwds, typed)
        value = known.get(key, _NOTHING)
        if value is not _NOTHING:
            hits += 1
            return value
        misses += 1
        value = known[key] = function(*args, **kwds)
        return value

    def bounded(*args, **kwds):
        nonlocal hits, misses
        key = args if not kwds and not typed and len(args) != 1 else _make_key(args, kwds, typed)
        value = known.get(key, _NOTHING)
        if value is not _NOTHING:
            # Entries stand in the order of their last use.
            del known[key]
            known[key] = value
            hits += 1
            return value
        misses += 1
        value = function(*args, **kwds)
        if key not in known:
            if len(known) >= maxsize:
                del known[next(iter(known))]
            known[key] = value
        return value

    def uncached(*args, **kwds):
        nonlocal misses
        misses += 1
        return function(*args, **kwds)

    def cache_info():
        return _cache_info(hits, misses, maxsize, len(known))

    def cache_clear():
        nonlocal hits, misses
        known.clear()
        hits = misses = 0

    wrapper = unbounded if maxsize is None else bounded if maxsize else uncached
    update_wrapper(wrapper, function)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return wrapper


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = cache.get(self.attrname, _NOTHING)
        if value is _NOTHING:
            value = cache[self.attrname] = self.func(instance)
        return value


def total_ordering(cls):
    defined = {op for op in _DERIVED if getattr(cls, op, None) is not getattr(object, op, None)}
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)
    for name, function in _DERIVED[root].items():
        if name not in defined:
            def method(self, other, _function=function, _root=root):
                return _function(self, getattr(type(self), _root)(self, other), other)

            method.__name__ = name
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, method)
    return cls


def _derive(rule):
    def derived(self, answer, other):
        return answer if answer is NotImplemented else rule(self, answer, other)

    return derived


# From each comparison, given its answer, the three others.
_DERIVED = {
    "__lt__": {
        "__gt__": _derive(lambda a, lt, b: not lt and a != b),
        "__le__": _derive(lambda a, lt, b: lt or a == b),
        "__ge__": _derive(lambda a, lt, b: not lt),
    },
    "__le__": {
        "__ge__": _derive(lambda a, le, b: not le or a == b),
        "__lt__": _derive(lambda a, le, b: le and a != b),
        "__gt__": _derive(lambda a, le, b: not le),
    },
    "__gt__": {
        "__lt__": _derive(lambda a, gt, b: not (gt or a == b)),
        "__ge__": _derive(lambda a, gt, b: gt or a == b),
        "__le__": _derive(lambda a, gt, b: not gt),
    },
    "__ge__": {
        "__le__": _derive(lambda a, ge, b: not ge or a == b),
        "__gt__": _derive(lambda a, ge, b: ge and a != b),
        "__lt__": _derive(lambda a, ge, b: not ge),
    },
}


def cmp_to_key(mycmp):
    class KeyWrapper:
        __qualname__ = "KeyWrapper"
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return KeyWrapper


def singledispatch(func):
    registry = {object: func}
    found = {}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        if cls not in found:
            found[cls] = registry.get(cls) or _best_match(cls, registry)
        return found[cls]

    def register(cls, func=None):
        if func is not None:
            if not isinstance(cls, type) and not _union_members(cls):
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        else:
            if isinstance(cls, type) or _union_members(cls):
                return lambda f: register(cls, f)
            function = getattr(cls, "__func__", cls)
            annotations = getattr(function, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            func = cls
            argname, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = _resolve(cls, function)
            if not isinstance(cls, type) and not _union_members(cls):
                problem = "not all arguments are classes." if _is_union(cls) else "is not a class."
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} {problem}")
        for member in _union_members(cls) or (cls,):
            registry[member] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    return wrapper


def _union_members(annotation):
    args = getattr(annotation, "__args__", None)
    if not args or isinstance(annotation, type) or not all(isinstance(arg, type) for arg in args):
        return ()
    return args if _is_union(annotation) else ()


def _is_union(annotation):
    return type(annotation) is type(int | str) or repr(annotation).startswith(("typing.Union", "typing.Optional"))


def _resolve(name, func):
    from _switchboard import exec_function
    value = exec_function(f"value = ({name})\n", dict(func.__globals__))["value"]
    return None.__class__ if value is None else value


def _best_match(cls, registry):
    candidates = [t for t in registry if t is not object and issubclass(cls, t)]
    mro = cls.__mro__
    best = [t for t in candidates if not any(other is not t and issubclass(other, t) for other in candidates)]
    explicit = [t for t in mro if t in best]
    if explicit:
        return registry[explicit[0]]
    if len(best) > 1:
        raise RuntimeError(f"Ambiguous dispatch: {best[0]} or {best[1]}")
    return registry[best[0]] if best else registry[object]


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.register = self.register
        return update_wrapper(_method, self.func)
