"""Character sets, templates and formatters."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_START = frozenset(ascii_letters + "_")
_REST = frozenset(ascii_letters + digits + "_")


def _identifier_end(text, start):
    if start >= len(text) or text[start] not in _START:
        return start
    end = start + 1
    while end < len(text) and text[end] in _REST:
        end += 1
    return end


class Template:
    delimiter = "$"

    def __init_subclass__(cls):
        super().__init_subclass__()
        for name in "pattern", "idpattern", "braceidpattern", "flags":
            if name in cls.__dict__:
                raise NotImplementedError(f"Template.{name} needs regular expressions, which are not supported yet")

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Yields (kind, value, position); kinds: text, escaped, named, braced, invalid."""
        text, mark = self.template, self.delimiter
        position = 0
        while True:
            found = text.find(mark, position)
            if found < 0:
                yield "text", text[position:], position
                return
            yield "text", text[position:found], position
            after = found + len(mark)
            if text.startswith(mark, after):
                yield "escaped", mark, found
                position = after + len(mark)
                continue
            braced = text.startswith("{", after)
            end = _identifier_end(text, after + braced)
            if end > after + braced and (not braced or text.startswith("}", end)):
                yield ("braced" if braced else "named"), text[after + braced:end], found
                position = end + braced
            else:
                yield "invalid", mark, found
                position = after

    def _invalid(self, position):
        # CPython counts up to the end of the delimiter.
        lines = self.template[:position + len(self.delimiter)].splitlines()
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1])}")

    def substitute(self, mapping=None, /, **kws):
        values = kws if mapping is None else {**mapping, **kws} if kws else mapping
        out = []
        for kind, value, position in self._parts():
            if kind == "invalid":
                self._invalid(position)
            out.append(str(values[value]) if kind in ("named", "braced") else value)
        return "".join(out)

    def safe_substitute(self, mapping=None, /, **kws):
        values = kws if mapping is None else {**mapping, **kws} if kws else mapping
        out = []
        for kind, value, _ in self._parts():
            if kind in ("named", "braced"):
                try:
                    value = str(values[value])
                except KeyError:
                    value = self.delimiter + ("{%s}" % value if kind == "braced" else value)
            out.append(value)
        return "".join(out)

    def is_valid(self):
        return not any(kind == "invalid" for kind, _, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(value for kind, value, _ in self._parts() if kind in ("named", "braced")))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2, 0)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            head = name.partition(".")[0].partition("[")[0]
            if head == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto) + name
                auto += 1
            elif head.isdigit():
                if auto:
                    raise ValueError("cannot switch from automatic field numbering to manual field specification")
                auto = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used_args, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        position, size, literal = 0, len(format_string), ""
        while position < size:
            char = format_string[position]
            if char not in "{}":
                literal += char
                position += 1
            elif format_string.startswith(char, position + 1):
                yield literal + char, None, None, None
                literal = ""
                position += 2
            elif char == "}":
                raise ValueError("Single '}' encountered in format string")
            else:
                end = _matching_brace(format_string, position + 1)
                yield literal, *_split_field(format_string[position + 1:end])
                literal = ""
                position = end + 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        end = 0
        while end < len(field_name) and field_name[end] not in ".[":
            end += 1
        first = field_name[:end]
        first = int(first) if first.isdigit() else first
        obj = self.get_value(first, args, kwargs)
        while end < len(field_name):
            if field_name[end] == ".":
                start = end = end + 1
                while end < len(field_name) and field_name[end] not in ".[":
                    end += 1
                obj = getattr(obj, field_name[start:end])
            else:
                close = field_name.index("]", end)
                key = field_name[end + 1:close]
                obj = obj[int(key) if key.isdigit() else key]
                end = close + 1
        return obj, first


def _matching_brace(text, position):
    depth = 1
    while position < len(text):
        if text[position] == "{":
            depth += 1
        elif text[position] == "}":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    if text.endswith("{"):
        raise ValueError("Single '{' encountered in format string")
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    """The name, format spec and conversion of a replacement field."""
    end, bracket = 0, False
    while end < len(field) and (bracket or field[end] not in ":!"):
        bracket = field[end] == "[" or bracket and field[end] != "]"
        end += 1
    name, rest, conversion = field[:end], field[end:], None
    if rest.startswith("!"):
        conversion, rest = rest[1:2], rest[2:]
    return name, rest[1:], conversion
