"""Classes that are mainly a list of typed fields."""

from _switchboard import exec_function

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_EMPTY_METADATA = type(type.__dict__)({})


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) and type(self.type) is type else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


# What an annotation declares.
_FIELD, _CLASSVAR, _INITVAR = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASSVAR, _INITVAR = map(_Kind, (_FIELD, _CLASSVAR, _INITVAR))


class Field:
    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else type(_EMPTY_METADATA)(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
            f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)


class _DataclassParams:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process(cls, params)
    return _process(cls, params)


def _annotation_kind(annotation):
    """ClassVar and InitVar, also when the annotation is a string or `typing` was never imported."""
    if isinstance(annotation, str):
        head = annotation.partition("[")[0].strip().rpartition(".")[2]
        return _CLASSVAR if head == "ClassVar" else _INITVAR if head == "InitVar" else _FIELD
    if annotation is InitVar or type(annotation) is InitVar:
        return _INITVAR
    origin = getattr(annotation, "__origin__", annotation)
    if getattr(origin, "_name", None) == "ClassVar" and type(origin).__module__ == "typing":
        return _CLASSVAR
    return _FIELD


def _declared_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        declared = default
    else:
        if type(default) is _slot_descriptor:
            default = MISSING
        declared = field(default=default)
    declared.name = name
    declared.type = annotation
    declared._field_type = _annotation_kind(annotation)
    if declared._field_type is not _FIELD and declared.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if declared._field_type is _CLASSVAR:
        if declared.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif declared.kw_only is MISSING:
        declared.kw_only = kw_only
    if declared._field_type is _FIELD and declared.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {declared.default.__class__} for field {name} is not allowed: use default_factory"
        )
    return declared


class _Slotted:
    __slots__ = ("slot",)


_slot_descriptor = type(_Slotted.__dict__.get("slot"))


def _is_kw_only(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and annotation.rpartition(".")[2].strip() == "KW_ONLY"


def _own_fields(cls, kw_only):
    own = []
    seen_marker = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
        else:
            own.append(_declared_field(cls, name, annotation, kw_only))
    return own


def _process(cls, params):
    all_fields = {}
    inherits_frozen = inherits_mutable = has_dataclass_bases = False
    for base in reversed(cls.__mro__[1:]):
        base_fields = base.__dict__.get("__dataclass_fields__")
        if base_fields is None:
            continue
        has_dataclass_bases = True
        all_fields.update(base_fields)
        if base.__dataclass_params__.frozen:
            inherits_frozen = True
        else:
            inherits_mutable = True
    own = _own_fields(cls, params.kw_only)
    for f in own:
        all_fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if inherits_frozen and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if inherits_mutable and params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    explicit_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (explicit_hash is MISSING or explicit_hash is None and "__eq__" in cls.__dict__)
    cls.__dataclass_fields__ = all_fields
    cls.__dataclass_params__ = params
    _add_methods(cls, params, all_fields, has_explicit_hash)
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in _init_fields(all_fields) if f.init and not f.kw_only])
    if not cls.__dict__.get("__doc__"):
        cls.__doc__ = _signature(cls.__name__, all_fields)
    if params.slots:
        cls = _with_slots(cls, params, [f.name for f in own if f._field_type is _FIELD])
    elif params.weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _instance_fields(all_fields):
    return [f for f in all_fields.values() if f._field_type is _FIELD]


def _init_fields(all_fields):
    return [f for f in all_fields.values() if f._field_type is not _CLASSVAR]


def _signature(name, all_fields):
    shown = []
    chosen = [f for f in _init_fields(all_fields) if f.init]
    chosen.sort(key=lambda f: bool(f.kw_only))
    for f in chosen:
        if f.kw_only and "*" not in shown:
            shown.append("*")
        text = f"{f.name}: {_type_text(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        shown.append(text)
    return f"{name}({', '.join(shown)})"


def _type_text(kind):
    if type(kind) is type or isinstance(kind, type) and not hasattr(kind, "__origin__"):
        return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind).removeprefix("typing.")


class _Source:
    """The methods of one class, compiled together."""

    def __init__(self, cls):
        self.cls = cls
        self.lines = []
        self.names = {
            "__name__": cls.__module__, "_cls": cls, "_set": object.__setattr__, "_factory": _HAS_DEFAULT_FACTORY,
            "_being_shown": set(), "_Frozen": FrozenInstanceError,
        }
        self.methods = []

    def define(self, name, parameters, body, note=None):
        self.lines.append(f"def {name}({parameters}):")
        self.lines.extend(["    " + line for line in body])
        self.methods.append((name, note))

    def install(self):
        if not self.methods:
            return
        made = exec_function("\n".join(self.lines) + "\n", self.names)
        for name, note in self.methods:
            method = made[name]
            method.__qualname__ = f"{self.cls.__qualname__}.{name}"
            if note is not None:
                method.__annotations__ = note
            setattr(self.cls, name, method)


def _add_methods(cls, params, all_fields, has_explicit_hash):
    source = _Source(cls)
    own = cls.__dict__
    real = _instance_fields(all_fields)
    compared = [f for f in real if f.compare]
    if params.init:
        _define_init(source, cls, params.frozen, all_fields)
    if params.repr and "__repr__" not in own:
        _define_repr(source, [f for f in real if f.repr])
    if params.eq and "__eq__" not in own:
        terms = " and ".join(f"self.{f.name}==other.{f.name}" for f in compared) or "True"
        source.define("__eq__", "self, other", [
            "if self is other:",
            "    return True",
            "if other.__class__ is self.__class__:",
            f"    return {terms}",
            "return NotImplemented",
        ])
    if params.order:
        mine, theirs = (f"({''.join(f'{who}.{f.name}, ' for f in compared)})" for who in ("self", "other"))
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in own:
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__} Consider using functools.total_ordering"
                )
            source.define(name, "self, other", [
                "if other.__class__ is self.__class__:",
                f"    return {mine} {op} {theirs}",
                "return NotImplemented",
            ])
    if params.frozen:
        _define_frozen(source, cls, real)
    _add_hash(source, cls, params, real, has_explicit_hash)
    if "__replace__" not in own:
        cls.__replace__ = _replace
    source.install()


def _define_init(source, cls, frozen, all_fields):
    chosen = _init_fields(all_fields)
    positional = [f for f in chosen if f.init and not f.kw_only]
    keyword = [f for f in chosen if f.init and f.kw_only]
    earlier = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            earlier = f.name
        elif earlier is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {earlier!r}")
    this = "__dataclass_self__" if "self" in all_fields else "self"
    body = []
    notes = {}
    for f in chosen:
        value = _init_value(source, f)
        if f.init:
            notes[f.name] = f.type.type if isinstance(f.type, InitVar) else f.type
        if f._field_type is _FIELD and value is not None:
            body.append(f"_set({this}, {f.name!r}, {value})" if frozen else f"{this}.{f.name} = {value}")
    if hasattr(cls, "__post_init__"):
        extra = ", ".join(f.name for f in chosen if f._field_type is _INITVAR)
        body.append(f"{this}.__post_init__({extra})")
    parameters = [this, *map(_parameter, positional)]
    if keyword:
        parameters += ["*", *map(_parameter, keyword)]
    notes["return"] = None
    source.define("__init__", ", ".join(parameters), body or ["pass"], notes)


def _init_value(source, f):
    """The expression that __init__ stores, or None when the field stays unset."""
    if f.default_factory is not MISSING:
        source.names[f"_dflt_{f.name}"] = f.default_factory
        if f.init:
            return f"_dflt_{f.name}() if {f.name} is _factory else {f.name}"
        return f"_dflt_{f.name}()"
    if f.default is not MISSING:
        source.names[f"_dflt_{f.name}"] = f.default
    if f.init:
        return f.name
    if f.default is not MISSING and source.cls.__dataclass_params__.slots:
        return f"_dflt_{f.name}"
    return None


def _parameter(f):
    if f.default is not MISSING:
        return f"{f.name}=_dflt_{f.name}"
    return f"{f.name}=_factory" if f.default_factory is not MISSING else f.name


def _define_repr(source, shown):
    text = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in shown)
    source.define("__repr__", "self", [
        "key = id(self)",
        "if key in _being_shown:",
        "    return '...'",
        "_being_shown.add(key)",
        "try:",
        f"    return f'{{self.__class__.__qualname__}}({text})'",
        "finally:",
        "    _being_shown.discard(key)",
    ])


def _define_frozen(source, cls, real):
    names = "".join(f"{f.name!r}, " for f in real)
    condition = f"type(self) is _cls or name in ({names})" if real else "type(self) is _cls"
    for method, parameters, verb in (
        ("__setattr__", "self, name, value", "assign to"), ("__delattr__", "self, name", "delete"),
    ):
        if method in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {method} in class {cls.__name__}")
        source.names[f"_super{method}"] = getattr(object, method)
        source.define(method, parameters, [
            f"if {condition}:",
            f"    raise _Frozen(f'cannot {verb} field {{name!r}}')",
            f"super(_cls, self).{method}({parameters.removeprefix('self, ')})",
        ])


def _add_hash(source, cls, params, real, has_explicit_hash):
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif has_explicit_hash or not params.eq:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    values = "".join(f"self.{f.name}, " for f in real if (f.compare if f.hash is None else f.hash))
    source.define("__hash__", "self", [f"return hash(({values}))"])


def _with_slots(cls, params, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    field_names = [name for name in names if name not in inherited]
    namespace["__slots__"] = tuple(field_names + (["__weakref__"] if params.weakref_slot else []))
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(_instance_fields(found))


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


_ATOMS = frozenset((
    type(None), bool, int, float, str, complex, bytes, type(...), type, range, property, type(len), type(fields),
))


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, combine):
    kind = type(obj)
    if kind in _ATOMS:
        return obj
    if hasattr(kind, "__dataclass_fields__"):
        return combine([(f.name, _converted(getattr(obj, f.name), combine)) for f in fields(obj)])
    if isinstance(obj, (list, tuple)):
        items = [_converted(item, combine) for item in obj]
        return kind(*items) if hasattr(kind, "_fields") else kind(items)
    if isinstance(obj, dict):
        items = [(_converted(k, combine), _converted(v, combine)) for k, v in obj.items()]
        return kind(obj.default_factory, items) if hasattr(kind, "default_factory") else kind(items)
    from copy import deepcopy
    return deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None,
):
    from keyword import iskeyword
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, body[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    body["__annotations__"] = annotations
    body["__module__"] = module or "__main__"
    cls = (type(bases[0]) if bases else type)(cls_name, tuple(bases), body)
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in _init_fields(self.__dataclass_fields__):
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            if f._field_type is _FIELD:
                changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
