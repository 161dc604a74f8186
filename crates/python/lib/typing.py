"""Type hints: they are accepted, shown and inspected, never enforced."""

from abc import ABCMeta, abstractmethod

TYPE_CHECKING = False
Text = str
_NoneType = type(None)
_NativeAlias = type(list[int])
_NativeUnion = type(int | str)


def _type_repr(item):
    if isinstance(item, _NativeAlias):
        return repr(item)
    if isinstance(item, type):
        return item.__qualname__ if item.__module__ == "builtins" else f"{item.__module__}.{item.__qualname__}"
    if item is ...:
        return "..."
    if isinstance(item, (tuple, list)):
        return f"[{', '.join(map(_type_repr, item))}]"
    if type(item) is type(_type_repr):
        return item.__name__
    return repr(item)


def _convert(item):
    if item is None:
        return _NoneType
    return ForwardRef(item) if isinstance(item, str) else item


def _check(item, message):
    item = _convert(item)
    if type(item) is tuple:
        raise TypeError(f"{message} Got {item!r:.100}.")
    return item


def _as_tuple(item):
    return item if isinstance(item, tuple) else (item,)


class _Operators:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Operators):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class TypeVar(_Operators):
    def __init__(
        self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=...
    ):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__constraints__ = tuple(map(_convert, constraints))
        self.__bound__ = None if bound is None else _convert(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = NoDefault if default is ... else default
        self.__module__ = "__main__"

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class ParamSpec(TypeVar):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(TypeVar):
    def __init__(self, name, *, default=...):
        super().__init__(name, default=default)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _type_variable(name):
    """The T of `def f[T]`."""
    return TypeVar(name, infer_variance=True)


def _parameter_specification(name):
    """The P of `def f[**P]`."""
    return ParamSpec(name, infer_variance=True)


class TypeAliasType(_Operators):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = lambda: value
        self.__type_params__ = type_params
        self.__module__ = "__main__"

    @property
    def __value__(self):
        if self._value is not None:
            self._known = self._value()
            self._value = None
        return self._known

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        return _Alias(self, _as_tuple(args), self.__name__)


def _lazy_alias(name, value, type_params=()):
    """What `type name = ...` makes; `value` is a function that gives the alias's value."""
    made = TypeAliasType(name, None, type_params=type_params)
    made._value = value
    return made


class _SpecialForm(_Operators):
    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript

    @property
    def __name__(self):
        return self._name

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __getitem__(self, args):
        if self._subscript is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._subscript(self, args)


_SpecialForm.__module__ = "typing"


def _is_variable(item):
    return isinstance(item, TypeVar)


def _parameters_of(args):
    found = {}
    for arg in args:
        if _is_variable(arg):
            found[arg] = None
        elif isinstance(arg, (tuple, list)):
            found.update(dict.fromkeys(_parameters_of(arg)))
        else:
            nested = getattr(arg, "__parameters__", ())
            if isinstance(nested, tuple) and not isinstance(arg, type):
                found.update(dict.fromkeys(nested))
    return tuple(found)


def _wrong_number(generic, args, parameters):
    actual, expected = len(args), len(parameters)
    few, least = ("few", "at least ") if actual < expected else ("many", "")
    return f"Too {few} arguments for {generic}; actual {actual}, expected {least}{expected}"


class _Alias(_Operators):
    """A subscripted generic: its origin, its arguments, and the name under which it is shown."""

    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args)
        self._name = name

    def __repr__(self):
        return f"{self._name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def _with(self, args):
        return _Alias(self.__origin__, args, self._name)

    def __getitem__(self, args):
        args = tuple(map(_convert, _as_tuple(args)))
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self!r} is not a generic class")
        if len(args) != len(parameters) and not any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in parameters):
            raise TypeError(_wrong_number(repr(self), args, parameters))
        chosen = dict(zip(parameters, args))
        return self._with(tuple([_substituted(arg, chosen) for arg in self.__args__]))

    def __call__(self, *args, **kwds):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self!r}")
        result = self.__origin__(*args, **kwds)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if origin is Generic:
            later = bases[[base is self for base in bases].index(True) + 1:]
            classes = [getattr(base, "__origin__", None) for base in later if isinstance(base, _Alias)]
            classes += [base for base in bases if base is not Generic]
            if any(isinstance(base, type) and issubclass(base, Generic) for base in classes):
                return ()
        if origin is Protocol:
            return (Protocol, Generic)
        return (origin,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or name in ("_arguments",):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))


def _substituted(arg, chosen):
    if _is_variable(arg):
        return chosen.get(arg, arg)
    if isinstance(arg, (tuple, list)):
        return type(arg)([_substituted(item, chosen) for item in arg])
    nested = getattr(arg, "__parameters__", ())
    if nested and not isinstance(arg, type):
        return arg[tuple([chosen.get(p, p) for p in nested])]
    return arg


class _UnionAlias(_Alias):
    def _with(self, args):
        return Union[args]

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_type_repr(args[0] if args[1] is _NoneType else args[1])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, _NativeUnion)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))


class _CallableAlias(_Alias):
    def __repr__(self):
        *arguments, result = self.__args__
        if len(arguments) == 1 and (arguments[0] is ... or isinstance(arguments[0], (ParamSpec, _Alias))
                                    and getattr(arguments[0], "_name", "") in ("", "typing.Concatenate")):
            shown = _type_repr(arguments[0])
        else:
            shown = f"[{', '.join(map(_type_repr, arguments))}]"
        return f"typing.Callable[{shown}, {_type_repr(result)}]"

    def _with(self, args):
        return _CallableAlias(self.__origin__, args, self._name)


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "typing.Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and super().__eq__(other) and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _union(form, args):
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for arg in _as_tuple(args):
        arg = _check(arg, "Union[arg, ...]: each arg must be a type.")
        for part in arg.__args__ if isinstance(arg, (_UnionAlias, _NativeUnion)) else (arg,):
            if part not in flat:
                flat.append(part)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, tuple(flat), "typing.Union")


def _optional(form, arg):
    return Union[_check(arg, f"{form} requires a single type."), _NoneType]


def _literal(form, args):
    flat = []
    for arg in _as_tuple(args):
        flat.extend(arg.__args__ if isinstance(arg, _LiteralAlias) else (arg,))
    unique = list({(type(arg), arg): arg for arg in flat}.values())
    return _LiteralAlias(Literal, tuple(unique), "typing.Literal")


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"

    def __eq__(self, other):
        return isinstance(other, _LiteralAlias) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))


def _annotated(form, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, *metadata = args
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, [*origin.__metadata__, *metadata]
    return _AnnotatedAlias(_convert(origin), tuple(metadata))


def _single(form, arg):
    return _Alias(form, (_check(arg, f"{form} accepts only single type."),), repr(form))


def _several(form, args):
    return _Alias(form, tuple(map(_convert, _as_tuple(args))), repr(form))


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Annotated = _SpecialForm("Annotated", _annotated)
Concatenate = _SpecialForm("Concatenate", _several)
ClassVar, Final, Required, NotRequired, ReadOnly, TypeGuard, TypeIs, Unpack = (
    _SpecialForm(name, _single)
    for name in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "TypeGuard", "TypeIs", "Unpack")
)
NoReturn, Never, Self, LiteralString, TypeAlias = map(
    _SpecialForm, ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")
)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return "typing.Any" if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class _Generic(_Operators):
    """`typing.List` and its like: a class under an older name."""

    def __init__(self, name, origin, count=1):
        self._name = name
        self.__origin__ = origin
        self._count = count

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        args = _as_tuple(args)
        missing = 0 if self._count is None else self._count - len(args)
        if missing > 0:
            args += _DEFAULTS.get(self._name, ())[-missing:]
        if self._count is not None and len(args) != self._count:
            raise TypeError(
                f"Too {'many' if len(args) > self._count else 'few'} arguments for {self!r}; "
                f"actual {len(args)}, expected {self._count}"
            )
        args = tuple([_check(arg, "Parameters to generic types must be types.") for arg in args])
        return _Alias(self.__origin__, args, f"typing.{self._name}")

    def __call__(self, *args, **kwargs):
        if self._name in ("Tuple", "Type") or self.__origin__.__module__ == "collections.abc":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


# The parameters that may be left out.
_DEFAULTS = {
    "Generator": (_NoneType, _NoneType),
    "AsyncGenerator": (_NoneType,),
    "ContextManager": (bool | None,),
    "AsyncContextManager": (bool | None,),
}


class _CallableType(_Generic):
    def __getitem__(self, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        arguments, result = item
        arguments = tuple(map(_convert, arguments)) if isinstance(arguments, list) else (arguments,)
        return _CallableAlias(self.__origin__, (*arguments, _convert(result)), "typing.Callable")


List = _Generic("List", list)
Dict = _Generic("Dict", dict, 2)
Set = _Generic("Set", set)
FrozenSet = _Generic("FrozenSet", frozenset)
Tuple = _Generic("Tuple", tuple, None)
Type = _Generic("Type", type)

# Made when first asked for, since they need further modules: name -> (module, class, number of arguments).
_LAZY = {
    name.partition(":")[0]: ("collections.abc", name.rpartition(":")[2], count)
    for count, names in (
        (1, "Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection Sequence "
            "MutableSequence KeysView ValuesView AbstractSet:Set MutableSet"),
        (2, "Mapping MutableMapping ItemsView AsyncGenerator"),
        (3, "Coroutine Generator"),
        (0, "Hashable Sized ByteString MappingView"),
    )
    for name in names.split()
}
_LAZY.update({
    "Callable": ("collections.abc", "Callable", 2),
    "Deque": ("collections", "deque", 1),
    "DefaultDict": ("collections", "defaultdict", 2),
    "OrderedDict": ("collections", "OrderedDict", 2),
    "Counter": ("collections", "Counter", 1),
    "ChainMap": ("collections", "ChainMap", 2),
    "ContextManager": ("contextlib", "AbstractContextManager", 2),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2),
})


def __getattr__(name):
    if name not in _LAZY:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    module, original, count = _LAZY[name]
    if module == "collections.abc":
        import collections.abc as home
    elif module == "collections":
        import collections as home
    else:
        import contextlib as home
    made = (_CallableType if name == "Callable" else _Generic)(name, getattr(home, original), count)
    globals()[name] = made
    return made


def _generic_getitem(cls, args):
    args = _as_tuple(args)
    if cls is Generic or cls is Protocol:
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_variable(arg) or isinstance(arg, _Alias) for arg in args):
            raise TypeError(
                f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables."
            )
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _Alias(cls, args, f"typing.{cls.__name__}")
    parameters = cls.__parameters__
    if not parameters:
        raise TypeError(f"{cls} is not a generic class")
    flexible = any(isinstance(p, (ParamSpec, TypeVarTuple)) or getattr(p, "has_default", bool)() for p in parameters)
    if len(args) != len(parameters) and not flexible:
        raise TypeError(_wrong_number(cls, args, parameters))
    args = tuple([_check(arg, "Parameters to generic types must be types.") for arg in args])
    return _Alias(cls, args, f"{cls.__module__}.{cls.__qualname__}")


def _collect_parameters(cls):
    bases = cls.__dict__.get("__orig_bases__", ())
    for base in bases:
        if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
            cls.__parameters__ = base.__parameters__
            return
    cls.__parameters__ = _parameters_of([base for base in bases if not isinstance(base, type)])


class Generic:
    __slots__ = ()
    __parameters__ = ()
    __class_getitem__ = classmethod(_generic_getitem)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if Generic in cls.__bases__ and "__orig_bases__" not in cls.__dict__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        _collect_parameters(cls)


_NOT_MEMBERS = frozenset((
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ "
    "__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __parameters__ "
    "__orig_bases__ __orig_class__ __init_subclass__ __qualname__ __type_params__ _abc_impl _is_protocol "
    "_is_runtime_protocol __protocol_attrs__ __non_callable_proto_members__"
).split())


def _protocol_members(cls):
    names = {}
    for base in reversed(cls.__mro__[:-1]):
        if base.__dict__.get("_is_protocol") and base is not Protocol and base is not Generic:
            names.update(dict.fromkeys(base.__dict__))
            names.update(dict.fromkeys(base.__dict__.get("__annotations__", {})))
    return [name for name in names if name not in _NOT_MEMBERS]


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol") or cls is Protocol:
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if ABCMeta.__subclasscheck__(cls, instance.__class__):
            return True
        for name in _protocol_members(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol") or cls is Protocol:
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        data = sorted(name for name in _protocol_members(cls) if not callable(getattr(cls, name, None)))
        if data:
            raise TypeError(
                f"Protocols with non-method members don't support issubclass(). Non-method members: {str(data)[1:-1]}."
            )
        return super().__subclasscheck__(other)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol") or not getattr(cls, "_is_runtime_protocol", False):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get("__annotations__", ()):
                break
        else:
            return NotImplemented
    # Members that only instances have are looked for by isinstance().
    return True if all(callable(getattr(cls, name, None)) for name in _protocol_members(cls)) else NotImplemented


def _no_protocol_init(self, *args, **kwargs):
    if type(self).__dict__.get("_is_protocol"):
        raise TypeError("Protocols cannot be instantiated")
    for base in type(self).__mro__[1:]:
        init = base.__dict__.get("__init__")
        if init is not None and init is not _no_protocol_init:
            init(self, *args, **kwargs)
            return


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_protocol_init


def runtime_checkable(cls):
    if not (isinstance(cls, type) and cls.__dict__.get("_is_protocol")):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def is_protocol(tp, /):
    return isinstance(tp, type) and bool(tp.__dict__.get("_is_protocol")) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(_protocol_members(tp))


def _supports(name, method, result):
    def stub(self):
        pass

    stub.__name__ = method
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), {
        method: abstractmethod(stub), "__module__": "typing", "_is_protocol": True,
    }))


SupportsInt = _supports("SupportsInt", "__int__", int)
SupportsFloat = _supports("SupportsFloat", "__float__", float)
SupportsComplex = _supports("SupportsComplex", "__complex__", complex)
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes)
SupportsIndex = _supports("SupportsIndex", "__index__", int)
SupportsAbs = _supports("SupportsAbs", "__abs__", None)
SupportsRound = _supports("SupportsRound", "__round__", None)

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
SupportsAbs.__parameters__ = SupportsRound.__parameters__ = (T_co,)
AnyStr = TypeVar("AnyStr", bytes, str)


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


class Pattern:
    __class_getitem__ = classmethod(_NativeAlias)


class Match:
    __class_getitem__ = classmethod(_NativeAlias)


class _NamedTupleMeta(type):
    def __new__(metacls, typename, bases, namespace):
        if not bases:
            return super().__new__(metacls, typename, bases, namespace)
        for base in bases:
            if base is not NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        annotations = namespace.get("__annotations__", {})
        defaults = []
        for name in annotations:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}"
                )
        made = _named_tuple(
            typename, annotations, [namespace[name] for name in defaults], namespace.get("__module__", "__main__")
        )
        for name, value in namespace.items():
            if name in _NAMED_TUPLE_OWN:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {name}")
            if name not in _NAMED_TUPLE_SKIPPED and name not in annotations:
                setattr(made, name, value)
                if hasattr(type(value), "__set_name__"):
                    type(value).__set_name__(value, made, name)
        made.__qualname__ = namespace.get("__qualname__", typename)
        if Generic in bases:
            made.__class_getitem__ = classmethod(
                lambda cls, args: _Alias(cls, _as_tuple(args), f"{cls.__module__}.{cls.__qualname__}")
            )
        return made

    def __call__(cls, typename, fields=(), /, **kwargs):
        fields = fields or kwargs.items()
        return _named_tuple(typename, {name: _convert(kind) for name, kind in fields}, (), "__main__")


_NAMED_TUPLE_SKIPPED = ("__module__", "__qualname__", "__annotations__", "__classcell__", "__orig_bases__")
_NAMED_TUPLE_OWN = (
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
    "_replace", "_asdict", "_source",
)


def _named_tuple(name, annotations, defaults, module):
    from collections import namedtuple
    made = namedtuple(name, list(annotations), defaults=defaults or None, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(annotations)
    return made


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        made = type.__new__(metacls, name, (dict,), dict(namespace))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= getattr(base, "__required_keys__", set())
            optional |= getattr(base, "__optional_keys__", set())
        for key, kind in namespace.get("__annotations__", {}).items():
            annotations[key] = kind = _convert(kind)
            marker = getattr(kind, "__origin__", None)
            needed = marker is Required or total and marker is not NotRequired
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        if cls is TypedDict:
            typename, fields = args
            body = {"__annotations__": dict(fields), "__module__": "__main__"}
            return _TypedDictMeta(typename, (dict,), body, **kwargs)
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class TypedDict(dict, metaclass=_TypedDictMeta):
    pass


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta and tp is not TypedDict


class NewType(_Operators):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError(
            "Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`Sub = NewType('Sub', {self.__name__})`"
        )


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    value = value if len(value) <= 100 else value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


_overloads = {}


def overload(func):
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)

    def dummy(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
            "module should always be followed by an implementation that is not @overload-ed."
        )

    return dummy


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _marker(attribute):
    def decorate(f):
        try:
            setattr(f, attribute, True)
        except (AttributeError, TypeError):
            pass
        return f

    return decorate


final = _marker("__final__")
override = _marker("__override__")
no_type_check = _marker("__no_type_check__")


def no_type_check_decorator(decorator):
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def dataclass_transform(**kwargs):
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn

    return decorate


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _Generic)):
        return tp.__origin__
    if isinstance(tp, _NativeUnion):
        import types
        return types.UnionType
    if tp is Generic:
        return Generic
    return getattr(tp, "__origin__", None) if not isinstance(tp, type) or isinstance(tp, _NativeAlias) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    args = getattr(tp, "__args__", ()) if not isinstance(tp, type) or isinstance(tp, _NativeAlias) else ()
    if args and getattr(tp, "__origin__", None).__class__ is ABCMeta and tp.__origin__.__name__ == "Callable":
        if args[0] is not ... and not isinstance(args[0], ParamSpec):
            return list(args[:-1]), args[-1]
    return args


def _evaluate(hint, names):
    if hint is None:
        return _NoneType
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        from _switchboard import exec_function
        hint = exec_function(f"value = ({hint})\n", dict(names))["value"]
        return _NoneType if hint is None else hint
    if isinstance(hint, _Alias) and any(isinstance(arg, ForwardRef) for arg in hint.__args__):
        return hint._with(tuple([_evaluate(arg, names) for arg in hint.__args__]))
    return hint


def _without_extras(hint):
    if isinstance(hint, _AnnotatedAlias) or getattr(hint, "__origin__", None) in (Required, NotRequired, ReadOnly):
        return _without_extras(hint.__args__[0])
    if isinstance(hint, _Alias):
        return hint._with(tuple(map(_without_extras, hint.__args__)))
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        import sys
        for base in reversed(obj.__mro__):
            names = globalns if globalns is not None else vars(sys.modules.get(base.__module__, object))
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluate(hint, {**names, **(localns or {})})
    else:
        target = obj
        while hasattr(target, "__wrapped__"):
            target = target.__wrapped__
        names = globalns if globalns is not None else getattr(target, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, hint in annotations.items():
            hints[name] = _evaluate(hint, {**names, **(localns or {})})
    return hints if include_extras else {name: _without_extras(hint) for name, hint in hints.items()}

_PRIVATE = {"ABCMeta", "abstractmethod", "T", "KT", "VT", "T_co", "T_contra", "runtime", "TypeAliasType"}
__all__ = [name for name in globals() if name[0] != "_" and name not in _PRIVATE] + list(_LAZY)
