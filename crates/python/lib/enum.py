"""Enumerations."""

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "member", "nonmember", "verify", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "CONTINUOUS", "UNIQUE",
    "EnumCheck",
]

_native_property = property
_read_only = type(type.__dict__)


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    """Replaced by the next value while the class body runs."""

    def __init__(self, value=...):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is ... else repr(self.value)})"


class property:
    """A property that lets a member of the same name exist beside it."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.name = getattr(fget, "__name__", None)

    def __set_name__(self, owner, name):
        self.owner = owner.__name__
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is not None:
            return self.fget(instance)
        found = owner.__dict__.get("_member_map_", {}).get(self.name)
        if found is None:
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        return found

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.owner!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.owner!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


_NOT_GIVEN = object()
_SUNDERS = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
)


class _EnumDict(dict):
    """The namespace of a class body: tells members from everything else, and fills in auto()."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and key.startswith(f"_{self._cls_name}__") and not key.endswith("__"):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
            return
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, type) and value.__qualname__.endswith(f"{self._cls_name}.{value.__name__}"):
            pass
        elif isinstance(value, member):
            self._add_member(key, value.value)
            return
        elif not _is_descriptor(value) or isinstance(value, auto):
            self._add_member(key, value)
            return
        dict.__setitem__(self, key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._member_names:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        dict.__setitem__(self, key, value)

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, auto):
            value = self._next(key, value)
        elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            parts = [self._next(key, v) if isinstance(v, auto) else v for v in value]
            value = type(value)._make(parts) if hasattr(value, "_make") else type(value)(parts)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        dict.__setitem__(self, key, value)

    def _next(self, key, marker):
        if marker.value is ...:
            marker.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        self._last_values.append(marker.value)
        return marker.value

    def update(self, members, **more):
        for key, value in (members.items() if hasattr(members, "items") else members):
            self[key] = value
        for key, value in more.items():
            self[key] = value


def _member_type(bases):
    """The data type that the members are also instances of (object when there is none)."""
    for base in bases:
        if isinstance(base, EnumType) and base._member_type_ is not object:
            return base._member_type_
    for base in bases:
        if isinstance(base, EnumType):
            continue
        for kind in base.__mro__:
            if kind is not object and ("__new__" in kind.__dict__ or "__dataclass_fields__" in kind.__dict__):
                return base
    return object


def _value_repr(bases):
    """How the data type shows a value, or None for repr()."""
    for base in bases:
        for kind in base.__mro__:
            if isinstance(kind, EnumType):
                return kind._value_repr_
            if kind is not object and "__repr__" in kind.__dict__:
                if not getattr(kind.__dict__.get("__dataclass_params__"), "repr", False):
                    return kind.__repr__
                fields = kind.__dataclass_fields__.items()
                return lambda value: ", ".join([f"{k}={getattr(value, k)!r}" for k, f in fields if f.repr])
    return None


def _custom_new(namespace, bases):
    """The program's own way to make a member, or None for the data type's."""
    new = namespace.get("__new__")
    if new is not None:
        return new.__func__ if isinstance(new, staticmethod) else new
    for base in bases:
        custom = getattr(base, "_new_member_", None)
        if custom is not None:
            return custom
    return None


def _is_flag(enum_class):
    # Only flags have a boundary.
    return getattr(enum_class, "_boundary_", None) is not None


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_for_existing_members(cls, bases)
        namespace = _EnumDict(cls)
        if bases and isinstance(bases[-1], EnumType):
            namespace._generate = bases[-1]._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not isinstance(classdict, _EnumDict):
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        names = list(classdict._member_names)
        body = {k: v for k, v in classdict.items() if k not in classdict._member_names and k not in classdict._ignore}
        values = {name: classdict[name] for name in names}
        if "mro" in values:
            raise ValueError("invalid enum member name(s) 'mro'")
        kind = _member_type(bases)
        if "_generate_next_value_" in body and not isinstance(body["_generate_next_value_"], staticmethod):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        first = bases[-1] if bases and isinstance(bases[-1], EnumType) else None
        custom_new = None if first is None else _custom_new(body, bases)
        body.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[], _member_type_=kind,
            _new_member_=None if custom_new is None else staticmethod(custom_new),
            _boundary_=boundary or getattr(first, "_boundary_", None), _flag_mask_=0, _singles_mask_=0,
            _value_repr_=_value_repr(bases),
        )
        body.pop("_ignore_", None)
        if first is not None:
            body.pop("__new__", None)
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        if first is not None:
            _mix_in_data_type(enum_class, body, kind, first)
        for name in names:
            _make_member(enum_class, name, values[name], kind, custom_new)
        if _is_flag(enum_class):
            _finish_flag(enum_class, body, kind)
        order = body.get("_order_")
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            actual = enum_class._member_names_
            if [n for n in wanted if n in actual or n not in enum_class._member_map_] != actual:
                raise TypeError(f"member order does not match _order_:\n  {actual!r}\n  {wanted!r}")
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __call__(
        cls, value=_NOT_GIVEN, *args, names=None, module=None, qualname=None, type=None, start=1, boundary=None
    ):
        if cls._member_map_:
            if value is _NOT_GIVEN:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, (value, *args) if args else value)
        if names is None and not args:
            if type is None:
                raise TypeError(
                    f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum"
                )
            names = ()
        elif names is None:
            names = args[0]
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        names = list(names.items() if isinstance(names, dict) else names)
        if names and isinstance(names[0], str):
            generated = []
            for count, name in enumerate(names):
                generated.append(cls._generate_next_value_(name, start, count, generated[:]))
            names = list(zip(names, generated))
        for name, value in names:
            namespace[name] = value
        namespace["__module__"] = module or "__main__"
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            if value in cls._value2member_map_:
                return True
        except TypeError:
            pass
        if any(value == member._value_ for member in cls._unhashable_values_):
            return True
        if _is_flag(cls) and isinstance(value, int):
            try:
                cls._missing_(value)
                return True
            except ValueError:
                return False
        return False

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted([
            "__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
            "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_,
        ])

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    @_native_property
    def __members__(cls):
        return _read_only(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if _is_flag(cls) else 'enum'} {cls.__name__!r}>"


EnumMeta = EnumType


def _check_for_existing_members(name, bases):
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")


def _mix_in_data_type(enum_class, body, kind, first):
    """Settles whose __repr__, __str__ and __format__ count, and makes a call of the class a lookup."""
    set_attribute = type.__setattr__
    if ReprEnum is not None and ReprEnum in enum_class.__bases__:
        if kind is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in body:
            set_attribute(enum_class, "__format__", kind.__format__)
        if "__str__" not in body:
            set_attribute(enum_class, "__str__", kind.__repr__ if issubclass(kind, int) else kind.__str__)
    for name in ("__repr__", "__str__", "__format__"):
        for base in enum_class.__mro__:
            if isinstance(base, EnumType):
                if name in base.__dict__:
                    break
            elif issubclass(kind, base):
                set_attribute(enum_class, name, getattr(first, name))
                break
            elif name in base.__dict__:
                break
    if _is_flag(enum_class) and kind is not object:
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in body:
                set_attribute(enum_class, name, getattr(first, name))
    set_attribute(enum_class, "__new__", staticmethod(Enum.__new__))


def _make_member(enum_class, name, value, kind, custom_new):
    args = value if isinstance(value, tuple) else (value,)
    if kind is tuple:
        args = (args,)
    if custom_new is not None:
        made = custom_new(enum_class, *args)
    elif kind is object:
        made = object.__new__(enum_class)
    else:
        made = kind.__new__(enum_class, *(() if kind.__new__ is object.__new__ else args))
    if not hasattr(made, "_value_"):
        if kind is object:
            made._value_ = value
        else:
            try:
                made._value_ = kind(*args)
            except Exception as exc:
                raise TypeError("_value_ not set in __new__, unable to create it") from exc
    value = made._value_
    made._name_ = name
    made.__objclass__ = enum_class
    made.__init__(*args)
    members = enum_class._member_map_
    made._sort_order_ = len(enum_class._member_names_)
    known = _known(enum_class, value)
    if known is not None:
        made = known
    elif not _is_flag(enum_class) or _counts_as_flag(enum_class, value):
        enum_class._member_names_.append(name)
    members[name] = made
    if name not in ("name", "value"):
        type.__setattr__(enum_class, name, made)
    if known is None:
        try:
            enum_class._value2member_map_.setdefault(value, made)
        except TypeError:
            enum_class._unhashable_values_.append(made)


def _known(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for found in enum_class._unhashable_values_:
            if found._value_ == value:
                return found
    return None


def _counts_as_flag(enum_class, value):
    """Single bits are members; zero and combinations are only names for them."""
    if not isinstance(value, int):
        return True
    type.__setattr__(enum_class, "_flag_mask_", enum_class._flag_mask_ | value)
    if value > 0 and value & (value - 1) == 0:
        type.__setattr__(enum_class, "_singles_mask_", enum_class._singles_mask_ | value)
        return True
    return False


def _finish_flag(enum_class, body, kind):
    set_attribute = type.__setattr__
    set_attribute(enum_class, "_all_bits_", 2 ** enum_class._flag_mask_.bit_length() - 1)
    values = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
    if values != sorted(values):
        set_attribute(enum_class, "_iter_member_", enum_class._iter_member_by_def_)
    if enum_class._boundary_ is KEEP and any(v < 0 for v in values):
        for found in enum_class._member_map_.values():
            if found._value_ < 0:
                found._value_ &= enum_class._all_bits_


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _known(cls, value)
        if found is not None:
            return found
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as exc:
            error = exc
        if isinstance(result, cls):
            return result
        if cls._boundary_ is EJECT and isinstance(result, int):
            return result
        try:
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if error is None:
                if result is None:
                    raise invalid
                error = TypeError(
                    f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
                )
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        self.__class__._value2member_map_.setdefault(value, self)

    def __repr__(self):
        shown = (self.__class__._value_repr_ or repr)(self._value_)
        return f"<{self.__class__.__name__}.{self._name_}: {shown}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        cls = self.__class__
        members = cls._member_map_
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        if cls._member_type_ is not object:
            names = set(object.__dir__(self))
        for space in (self.__dict__, *[base.__dict__ for base in cls.__mro__]):
            names.update([name for name in space if name[0] != "_" and name not in members])
        return sorted(names)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


ReprEnum = None
KEEP = EJECT = object()


class ReprEnum(Enum):
    """Only the repr is the enumeration's: str() and format() are the data type's."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for position, name in ((1, "encoding"), (2, "errors")):
            if len(values) > position and not isinstance(values[position], str):
                raise TypeError(f"{name} must be a string, not {values[position]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, width):
    digits = bin(number if number >= 0 else ~number)[2:]
    if number < 0:
        digits = "".join("10"[int(d)] for d in digits)
    sign = "1" if number < 0 else "0"
    return f"0b{sign} {digits.rjust(width, sign) if number else '0' * max(width, 0)}"


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            yield cls._value2member_map_.get(bit)
            value ^= bit

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits, boundary = cls._flag_mask_, cls._singles_mask_, cls._all_bits_, cls._boundary_
        given = value
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(mask, width)}"
                )
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = all_bits + 1 + value if boundary in (EJECT, KEEP) else singles & value
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._name_ = cls._name_of(value)
        made.__objclass__ = cls
        made = cls._value2member_map_.setdefault(value, made)
        if given < 0:
            cls._value2member_map_[given] = made
        return made

    @classmethod
    def _name_of(cls, value):
        members = [m for m in cls._iter_member_(value & cls._singles_mask_) if m is not None]
        combined = 0
        for found in members:
            combined |= found._value_
        if value & ~cls._singles_mask_:
            for found in cls._member_map_.values():
                bits = found._value_
                if bits and found not in members and bits & value == bits:
                    members.append(found)
                    combined |= bits
        if not combined:
            return None
        name = "|".join([m._name_ for m in members])
        unknown = value ^ combined
        if unknown and cls._boundary_ is STRICT:
            raise ValueError(f"{cls!r}: no members with value {unknown!r}")
        return f"{name}|{cls._numeric_repr_(unknown)}" if unknown else name

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                f"and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = self._numeric_repr_(self._value_)
        name = self.__class__.__name__
        return f"<{name}: {shown}>" if self._name_ is None else f"<{name}.{self._name_}: {shown}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def unique(enumeration):
    _check_unique(enumeration, "duplicate values found in", " -> ")
    return enumeration


def _check_unique(enumeration, problem, arrow):
    aliases = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if aliases:
        shown = ", ".join(f"{alias}{arrow}{name}" for alias, name in aliases)
        raise ValueError(f"{problem} {enumeration!r}: {shown}")


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    UNIQUE = "one name per value"


CONTINUOUS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                _check_unique(enumeration, "aliases found in", " -> ")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                low, high = min(values, default=0), max(values, default=0)
                if issubclass(enumeration, Flag):
                    wanted = [1 << i for i in range(low.bit_length() - 1, high.bit_length())]
                else:
                    wanted = range(low, high + 1)
                missing = [v for v in wanted if v not in values]
                if values and missing:
                    raise ValueError(
                        f"invalid {type(enumeration).__name__.removesuffix('Type').lower()} "
                        f"{enumeration.__name__!r}: missing values {', '.join(map(str, missing))}"
                    )
        return enumeration


def show_flag_values(value):
    return [1 << i for i in range(int(value).bit_length()) if int(value) >> i & 1]
