"""JSON: writing and reading."""

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_ESCAPES = {i: f"\\u{i:04x}" for i in range(32)}
_ESCAPES.update({34: '\\"', 92: "\\\\", 10: "\\n", 13: "\\r", 9: "\\t", 12: "\\f", 8: "\\b"})


_ASCII_ESCAPES = {**_ESCAPES, 127: "\\u007f"}


def _escaped(text):
    return f'"{text.translate(_ESCAPES)}"'


def _escaped_ascii(text):
    if text.isascii():
        return f'"{text.translate(_ASCII_ESCAPES)}"'
    out = []
    for char in text:
        code = ord(char)
        if code < 128:
            out.append(_ASCII_ESCAPES.get(code, char))
        elif code < 0x10000:
            out.append(f"\\u{code:04x}")
        else:
            code -= 0x10000
            out.append(f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}")
    return f'"{"".join(out)}"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
        separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        out = []
        _Writer(self, out).write(o, "\n")
        return "".join(out)

    def iterencode(self, o, _one_shot=False):
        out = []
        _Writer(self, out).write(o, "\n")
        yield from out


class _Writer:
    """Appends the pieces of one document to a list."""

    def __init__(self, encoder, out):
        self.encoder = encoder
        self.out = out
        self.text = _escaped_ascii if encoder.ensure_ascii else _escaped
        self.open = set() if encoder.check_circular else None
        indent = encoder.indent
        self.indent = " " * indent if isinstance(indent, int) else indent
        self.items = encoder.item_separator
        self.colon = encoder.key_separator

    def write(self, o, newline):
        if isinstance(o, str):
            self.out.append(self.text(o))
        elif o is None:
            self.out.append("null")
        elif o is True:
            self.out.append("true")
        elif o is False:
            self.out.append("false")
        elif isinstance(o, int):
            self.out.append(int.__repr__(o))
        elif isinstance(o, float):
            self.out.append(self.number(o))
        elif isinstance(o, (list, tuple)):
            self.sequence(o, newline)
        elif isinstance(o, dict):
            self.mapping(o, newline)
        else:
            self.enter(o)
            self.write(self.encoder.default(o), newline)
            self.leave(o)

    def enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open.add(id(o))

    def leave(self, o):
        if self.open is not None:
            self.open.discard(id(o))

    def number(self, o):
        if o != o:
            text = "NaN"
        elif o in (float("inf"), float("-inf")):
            text = "Infinity" if o > 0 else "-Infinity"
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return text

    def sequence(self, values, newline):
        out = self.out
        if not values:
            out.append("[]")
            return
        self.enter(values)
        if self.indent is None:
            separator = self.items
            inner = newline
            out.append("[")
        else:
            inner = newline + self.indent
            separator = self.items + inner
            out.append("[" + inner)
        first = True
        for value in values:
            if first:
                first = False
            else:
                out.append(separator)
            self.write(value, inner)
        out.append("]" if self.indent is None else newline + "]")
        self.leave(values)

    def mapping(self, values, newline):
        out = self.out
        if not values:
            out.append("{}")
            return
        self.enter(values)
        if self.indent is None:
            separator = self.items
            inner = newline
            opening = "{"
        else:
            inner = newline + self.indent
            separator = self.items + inner
            opening = "{" + inner
        out.append(opening)
        first = True
        for key, value in sorted(values.items()) if self.encoder.sort_keys else values.items():
            if not isinstance(key, str):
                key = self.key(key)
                if key is None:
                    continue
            if first:
                first = False
            else:
                out.append(separator)
            out.append(self.text(key) + self.colon)
            self.write(value, inner)
        out.append("}" if self.indent is None else newline + "}")
        self.leave(values)

    def key(self, key):
        if key is None:
            return "null"
        if isinstance(key, bool):
            return "true" if key else "false"
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return self.number(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
    separators=None, default=None, sort_keys=False, **kw,
):
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw,
    ).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


_WHITESPACE = " \t\n\r"
_SIMPLE_ESCAPES = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}
_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_HEX = frozenset("0123456789abcdefABCDEF")


def _skip(s, i):
    while s[i:i + 1] in _WHITESPACE and i < len(s):
        i += 1
    return i


def _hex4(s, i):
    digits = s[i:i + 4]
    if len(digits) != 4 or not _HEX.issuperset(digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, i - 1)
    return int(digits, 16)


def _string(s, start, strict):
    """Reads a string whose text begins at `start`; returns it and the index behind it."""
    begin = start - 1
    parts = []
    i = start
    while True:
        quote = s.find('"', i)
        if quote < 0:
            quote = len(s)
        slash = s.find("\\", i, quote)
        end = quote if slash < 0 else slash
        chunk = s[i:end]
        if strict and not chunk.isprintable():
            for offset, char in enumerate(chunk):
                if char < " ":
                    raise JSONDecodeError("Invalid control character at", s, i + offset)
        parts.append(chunk)
        if end == len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if slash < 0:
            return "".join(parts), end + 1
        escape = s[end + 1:end + 2]
        if not escape:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if escape != "u":
            if escape not in _SIMPLE_ESCAPES:
                raise JSONDecodeError("Invalid \\escape", s, end)
            parts.append(_SIMPLE_ESCAPES[escape])
            i = end + 2
            continue
        code = _hex4(s, end + 2)
        i = end + 6
        if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", i):
            low = _hex4(s, i + 2)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                i += 6
        parts.append(chr(code))


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, i):
        char = s[i:i + 1]
        if char == '"':
            return _string(s, i + 1, self.strict)
        if char == "{":
            return self._object(s, i + 1)
        if char == "[":
            return self._array(s, i + 1)
        if char == "t" and s.startswith("true", i):
            return True, i + 4
        if char == "f" and s.startswith("false", i):
            return False, i + 5
        if char == "n" and s.startswith("null", i):
            return None, i + 4
        if char and char in "-0123456789":
            return self._number(s, i)
        for name in ("NaN", "Infinity"):
            if char and s.startswith(name, i):
                return self.parse_constant(name), i + len(name)
        raise JSONDecodeError("Expecting value", s, i)

    def _number(self, s, start):
        end = start + (s[start] == "-")
        if s.startswith("Infinity", end) and end > start:
            return self.parse_constant("-Infinity"), end + 8
        first = end
        end = _digits(s, end)
        if end == first:
            raise JSONDecodeError("Expecting value", s, start)
        if s[first] == "0":
            end = first + 1
        is_float = False
        fraction = _digits(s, end + 1) if s[end:end + 1] == "." else end
        if fraction > end + 1:
            end, is_float = fraction, True
        if s[end:end + 1] in ("e", "E"):
            sign = end + 1 + (s[end + 1:end + 2] in ("+", "-"))
            exponent = _digits(s, sign)
            if exponent > sign:
                end, is_float = exponent, True
        return (self.parse_float if is_float else self.parse_int)(s[start:end]), end

    def _object(self, s, i):
        pairs = []
        i = _skip(s, i)
        if s[i:i + 1] != "}":
            while True:
                if s[i:i + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
                key, i = _string(s, i + 1, self.strict)
                i = _skip(s, i)
                if s[i:i + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, i)
                value, i = self._value(s, _skip(s, i + 1))
                pairs.append((key, value))
                i = _skip(s, i)
                char = s[i:i + 1]
                if char == "}":
                    break
                if char != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                comma = i
                i = _skip(s, i + 1)
                if s[i:i + 1] == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i + 1
        found = dict(pairs)
        return found if self.object_hook is None else self.object_hook(found), i + 1

    def _array(self, s, i):
        values = []
        i = _skip(s, i)
        if s[i:i + 1] == "]":
            return values, i + 1
        while True:
            value, i = self._value(s, i)
            values.append(value)
            i = _skip(s, i)
            char = s[i:i + 1]
            if char == "]":
                return values, i + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            comma = i
            i = _skip(s, i + 1)
            if s[i:i + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)


def _digits(s, i):
    while "0" <= s[i:i + 1] <= "9":
        i += 1
    return i


def loads(
    s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None,
    **kw,
):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    return (cls or JSONDecoder)(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook, **kw,
    ).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)


class decoder:
    """What people ask of the module `json.decoder`."""


class encoder:
    """What people ask of the module `json.encoder`."""


decoder.JSONDecodeError, decoder.JSONDecoder, encoder.JSONEncoder = JSONDecodeError, JSONDecoder, JSONEncoder
