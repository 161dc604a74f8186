"""Pretty printing of nested data."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


class _SortKey:
    """Orders anything: by value where that works, else by type and identity."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(item):
    return _SortKey(item[0]), _SortKey(item[1])


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False
    ):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        out = []
        self._write(object, out, 0, 0, set(), 0)
        return "".join(out)

    def isrecursive(self, object):
        return "<Recursion on " in self._line(object, set(), 0)

    def isreadable(self, object):
        return not self.isrecursive(object) and "<" not in self._line(object, set(), 0)

    def _line(self, obj, open, level):
        """The whole object on one line."""
        kind = type(obj)
        if kind is int and self._underscores:
            return f"{obj:_d}"
        is_dict, is_list, is_tuple = [
            isinstance(obj, base) and kind.__repr__ is base.__repr__ for base in (dict, list, tuple)
        ]
        if not obj or not (is_dict or is_list or is_tuple):
            return repr(obj)
        brackets = "{}" if is_dict else "[]" if is_list else "()"
        if self._depth and level >= self._depth:
            return f"{brackets[0]}...{',' if is_tuple and len(obj) == 1 else ''}{brackets[1]}"
        if id(obj) in open:
            return _recursion(obj)
        open.add(id(obj))
        level += 1
        if is_dict:
            parts = [
                f"{self._line(k, open, level)}: {self._line(v, open, level)}" for k, v in self._pairs(obj)
            ]
        else:
            parts = [self._line(item, open, level) for item in obj]
        open.discard(id(obj))
        tail = "," if is_tuple and len(parts) == 1 else ""
        return f"{brackets[0]}{', '.join(parts)}{tail}{brackets[1]}"

    def _pairs(self, obj):
        return sorted(obj.items(), key=_pair_key) if self._sort_dicts else obj.items()

    def _write(self, obj, out, indent, allowance, open, level):
        if id(obj) in open:
            out.append(_recursion(obj))
            return
        line = self._line(obj, open, level)
        if len(line) > self._width - indent - allowance:
            method = self._method(obj)
            if method is not None:
                open.add(id(obj))
                method(obj, out, indent, allowance, open, level + 1)
                open.discard(id(obj))
                return
        out.append(line)

    def _method(self, obj):
        kind = type(obj)
        native = kind.__repr__
        for base, method in (
            (dict, self._dict), (list, self._list), (tuple, self._tuple), (str, self._str), (set, self._set),
            (frozenset, self._set),
        ):
            if isinstance(obj, base) and native is base.__repr__:
                return method
        name = f"{kind.__module__}.{kind.__qualname__}"
        special = {
            "collections.OrderedDict": self._ordered, "collections.defaultdict": self._defaultdict,
            "collections.Counter": self._counter, "collections.deque": self._deque,
            "types.SimpleNamespace": self._namespace,
        }.get(name)
        if special is None and hasattr(kind, "__dataclass_fields__") and native.__qualname__.endswith(".__repr__"):
            if kind.__dataclass_params__.repr:
                return self._dataclass
        return special

    def _dict(self, obj, out, indent, allowance, open, level):
        out.append("{" + " " * (self._indent - 1))
        if obj:
            self._dict_items(list(self._pairs(obj)), out, indent, allowance + 1, open, level)
        out.append("}")

    def _dict_items(self, pairs, out, indent, allowance, open, level):
        indent += self._indent
        for i, (key, value) in enumerate(pairs):
            text = self._line(key, open, level)
            out.append(text + ": ")
            last = i == len(pairs) - 1
            self._write(value, out, indent + len(text) + 2, allowance if last else 1, open, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _ordered(self, obj, out, indent, allowance, open, level):
        name = type(obj).__name__
        out.append(name + "(")
        self._items(
            [f for f in obj.items()], out, indent + len(name) + 1, allowance + 2, open, level, "[", "]"
        )
        out.append(")")

    def _defaultdict(self, obj, out, indent, allowance, open, level):
        name = type(obj).__name__
        indent += len(name) + 1
        out.append(f"{name}({obj.default_factory!r},\n{' ' * indent}")
        self._dict(obj, out, indent, allowance + 1, open, level)
        out.append(")")

    def _counter(self, obj, out, indent, allowance, open, level):
        name = type(obj).__name__
        out.append(name + "({" + " " * (self._indent - 1))
        self._dict_items(obj.most_common(), out, indent + len(name) + 1, allowance + 2, open, level)
        out.append("})")

    def _deque(self, obj, out, indent, allowance, open, level):
        name = type(obj).__name__
        indent += len(name) + 1
        out.append(name + "(")
        if obj.maxlen is None:
            self._items(obj, out, indent, allowance + 1, open, level, "[", "]")
            out.append(")")
        else:
            self._items(obj, out, indent, 2, open, level, "[", "]")
            limit = self._line(obj.maxlen, open, level)
            out.append(f",\n{' ' * indent}maxlen={limit})")

    def _list(self, obj, out, indent, allowance, open, level):
        self._items(obj, out, indent, allowance, open, level, "[", "]")

    def _tuple(self, obj, out, indent, allowance, open, level):
        self._items(obj, out, indent, allowance, open, level, "(", ",)" if len(obj) == 1 else ")")

    def _set(self, obj, out, indent, allowance, open, level):
        if not obj:
            out.append(repr(obj))
            return
        name = type(obj).__name__
        opening, closing = ("{", "}") if type(obj) is set else (name + "({", "})")
        if type(obj) is not set:
            indent += len(name) + 1
        self._items(sorted(obj, key=_SortKey), out, indent, allowance, open, level, opening, closing)

    def _items(self, items, out, indent, allowance, open, level, opening, closing):
        out.append(opening + " " * (self._indent - 1))
        items = list(items)
        indent += self._indent
        allowance += len(closing)
        separator = ""
        newline = ",\n" + " " * indent
        width = room = self._width - indent + 1
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if self._compact:
                if last:
                    room -= allowance
                    width -= allowance
                line = self._line(item, open, level)
                needed = len(line) + 2
                if width < needed:
                    width = room
                    if separator:
                        separator = newline
                if width >= needed:
                    width -= needed
                    out.append(separator + line)
                    separator = ", "
                    continue
            out.append(separator)
            separator = newline
            self._write(item, out, indent, allowance if last else 1, open, level)
        out.append(closing)

    def _str(self, obj, out, indent, allowance, open, level):
        if not obj:
            out.append(repr(obj))
            return
        lines = obj.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = self._width - indent
        chunks = []
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            if len(repr(line)) <= room - (allowance if last else 0):
                chunks.append(repr(line))
                continue
            parts = _words(line)
            current = ""
            for j, part in enumerate(parts):
                limit = room - (allowance if last and j == len(parts) - 1 else 0)
                if len(repr(current + part)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        out.append(f"({text})" if level == 1 else text)

    def _dataclass(self, obj, out, indent, allowance, open, level):
        name = type(obj).__name__
        pairs = [(f.name, getattr(obj, f.name)) for f in type(obj).__dataclass_fields__.values() if f.repr]
        self._named(name, pairs, out, indent + len(name) + 1, allowance, open, level)

    def _namespace(self, obj, out, indent, allowance, open, level):
        self._named("namespace", list(vars(obj).items()), out, indent + 10, allowance, open, level)

    def _named(self, name, pairs, out, indent, allowance, open, level):
        out.append(name + "(")
        for i, (key, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            out.append(key + "=")
            if id(value) in open:
                out.append("...")
            else:
                self._write(value, out, indent + len(key) + 1, allowance if last else 1, open, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")


def _words(line):
    """Words with the whitespace behind them."""
    parts, i = [], 0
    while i < len(line):
        j = i
        while j < len(line) and not line[j].isspace():
            j += 1
        while j < len(line) and line[j].isspace():
            j += 1
        parts.append(line[i:j])
        i = j
    return parts


def _recursion(obj):
    return f"<Recursion on {type(obj).__name__} with id={id(obj)}>"


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pformat(object)


def pprint(
    object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False
):
    PrettyPrinter(
        indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._line(object, set(), 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
