"""Warnings: told on stderr, once a place, unless filters say otherwise."""

import sys

try:
    from _switchboard import source_line as _source_line
except ImportError:
    def _source_line(filename, lineno):
        import linecache
        return linecache.getline(filename, lineno).strip()

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings", "deprecated",
]

# Entries (action, message, category, module, lineno); the first that matches counts.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_told = set()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _source_line(filename, lineno)
    line = (line or "").strip()
    return f"{text}  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_original_showwarning = showwarning
_recorders = []


def _show(entry):
    if showwarning is _original_showwarning and _recorders and _recorders[-1] is not None:
        _recorders[-1].append(entry)
    else:
        showwarning(entry.message, entry.category, entry.filename, entry.lineno, entry.file, entry.line)
        if showwarning is _original_showwarning and entry.source is not None and sys.stderr is not None:
            name = entry.category.__name__
            sys.stderr.write(f"{name}: Enable tracemalloc to get the object allocation traceback\n")


def _caller(depth):
    """File, line, module and globals of the frame that many calls up."""
    try:
        frame = sys._getframe(1)
        while frame is not None and frame.f_globals is _GLOBALS:
            frame = frame.f_back
        for _ in range(depth - 1):
            frame = frame.f_back if frame is not None else None
        if frame is None:
            return "<sys>", 0, "sys"
        return frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get("__name__", "<string>")
    except AttributeError:
        return "<sys>", 0, "__main__"


_GLOBALS = globals()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno, module = _caller(max(stacklevel, 1))
    warn_explicit(message, category, filename, lineno, module)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    action = "default"
    for entry_action, pattern, kind, where, line in filters:
        if (
            (pattern is None or _matches(pattern, text, True)) and issubclass(category, kind)
            and (where is None or _matches(where, module or "", False)) and line in (0, lineno)
        ):
            action = entry_action
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always" and action != "all":
        key = {"once": (text, category), "module": (text, category, filename)}.get(
            action, (text, category, filename, lineno)
        )
        if key in _told:
            return
        _told.add(key)
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _warn_of_machine(text, category, filename, lineno):
    # The source, a coroutine say, has gone by now.
    source = text if text.startswith("coroutine") else None
    warn_explicit(text, category, filename, lineno, source=source)


def _matches(pattern, text, ignore_case):
    """Whether text begins as the pattern says; of regular expressions only `.*` is understood."""
    if ignore_case:
        pattern, text = pattern.lower(), text.lower()
    whole = pattern.endswith(("$", "\\Z")) or not ignore_case
    pattern = pattern.removesuffix("$").removesuffix("\\Z").removeprefix("^")
    first, *rest = pattern.replace("\\", "").split(".*")
    if not text.startswith(first):
        return False
    position = len(first)
    for part in rest:
        position = text.find(part, position)
        if position < 0:
            return False
        position += len(part)
    return not whole or position == len(text) or bool(rest) and rest[-1] == ""


_ACTIONS = ("error", "ignore", "always", "all", "default", "module", "once")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check_action(action)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _add((action, None, category, None, lineno), append)


def _check_action(action):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")


def _add(entry, append):
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    _told.clear()


def resetwarnings():
    filters[:] = []
    _told.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._record else ''})"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], showwarning
        _told.clear()
        log = [] if self._record else None
        if self._record:
            showwarning = _original_showwarning
        _recorders.append(log if self._record else (_recorders[-1] if _recorders else None))
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning = self._saved
        _recorders.pop()
        _told.clear()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        arg.__deprecated__ = message
        if category is None:
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(self, *args, **kwargs):
                if type(self) is arg:
                    warn(message, category=category, stacklevel=level + 1)
                original(self, *args, **kwargs)

            arg.__init__ = __init__
            return arg
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level + 1)
            return arg(*args, **kwargs)

        wrapper.__deprecated__ = message
        return wrapper
