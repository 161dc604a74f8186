"""Tracebacks as text; the text itself is made by the interpreter."""

import sys

from _switchboard import format_exception as _format_native, source_excerpt, traceback_place

__all__ = [
    "print_exc", "format_exc", "print_exception", "format_exception", "format_exception_only", "print_tb", "format_tb",
    "extract_tb", "extract_stack", "format_stack", "print_stack", "format_list", "print_list", "print_last", "walk_tb",
    "walk_stack", "TracebackException", "FrameSummary", "StackSummary",
]

_LINKS = (
    "\nThe above exception was the direct cause of the following exception:\n\n",
    "\nDuring handling of the above exception, another exception occurred:\n\n",
)
_UNSET = object()


def _exception(exc, value):
    return exc if value is _UNSET else value


def _text(exc, chain, limit=None):
    if exc is None:
        return "NoneType: None\n"
    text = _format_native(exc, limit)
    if not chain:
        for link in _LINKS:
            text = text.rpartition(link)[2]
    return text


def _pieces(text):
    """One string for each frame or message."""
    pieces = []
    for line in text.splitlines(True):
        starts = line.startswith('  File "') or not line.startswith(" ")
        if starts or not pieces:
            pieces.append(line)
        else:
            pieces[-1] += line
    return pieces


def format_exception(exc, /, value=_UNSET, tb=_UNSET, limit=None, chain=True):
    return _pieces(_text(_exception(exc, value), chain, limit))


def print_exception(exc, /, value=_UNSET, tb=_UNSET, limit=None, file=None, chain=True):
    print(_text(_exception(exc, value), chain, limit), end="", file=sys.stderr if file is None else file)


def format_exc(limit=None, chain=True):
    return _text(sys.exception(), chain, limit)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def format_exception_only(exc, /, value=_UNSET, *, show_group=False):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    cls = type(exc)
    name = cls.__qualname__
    if cls.__module__ not in ("__main__", "builtins"):
        name = f"{cls.__module__}.{name}"
    try:
        text = str(exc)
    except Exception:
        text = "<exception str() failed>"
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(exc, "__notes__", None) or ():
        lines.extend([line + "\n" for line in str(note).split("\n")])
    return lines


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line

    @property
    def line(self):
        if self._line is None:
            self._line = _source(self.filename, self.lineno)
        return self._line

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _excerpt(self):
        if self.colno is None or self.end_colno is None:
            return f"    {self.line}\n" if self.line else ""
        return source_excerpt(self.filename, self.lineno, self.end_lineno, self.colno, self.end_colno)


def _source(filename, lineno):
    from warnings import _source_line
    return (_source_line(filename, lineno) or "").strip()


def _first(found, limit):
    if limit is not None:
        found[:] = found[:limit] if limit >= 0 else found[limit:]
    return found


_REPEATED = 3


class StackSummary(list):
    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        found = cls(FrameSummary(f.f_code.co_filename, line, f.f_code.co_name) for f, line in frames)
        return _first(found, limit)

    @classmethod
    def from_list(cls, frames):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(*f[:3], line=f[3]) for f in frames)

    def format_frame_summary(self, frame, **options):
        return f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n{frame._excerpt()}'

    def format(self, **options):
        lines, last, count = [], None, 0
        for frame in [*self, None]:
            place = frame and (frame.filename, frame.lineno, frame.name)
            if place != last:
                if count > _REPEATED:
                    more = count - _REPEATED
                    lines.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
                last, count = place, 0
            count += 1
            if frame is not None and count <= _REPEATED:
                lines.append(self.format_frame_summary(frame))
        return lines


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    found = StackSummary()
    while tb is not None:
        code = tb.tb_frame.f_code
        end_lineno, colno, end_colno = traceback_place(tb)
        found.append(FrameSummary(
            code.co_filename, tb.tb_lineno, code.co_name, end_lineno=end_lineno, colno=colno, end_colno=end_colno
        ))
        tb = tb.tb_next
    return _first(found, limit)


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(sys._getframe(1) if f is None else f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), end="", file=sys.stderr if file is None else file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **options):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback)
        self._text = {chain: _text(exc_value, chain) for chain in (True, False)}
        self._only = format_exception_only(exc_value)
        self._str = str(exc_value)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__, **options)

    def __str__(self):
        return self._str

    def format(self, *, chain=True):
        yield from _pieces(self._text[chain])

    def format_exception_only(self, *, show_group=False):
        yield from self._only

    def print(self, *, file=None, chain=True):
        print("".join(self.format(chain=chain)), end="", file=sys.stderr if file is None else file)
