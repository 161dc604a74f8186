"""What functions, classes and coroutines are."""

import sys
import types

from _switchboard import code_info, source_line as _source_line

_STATES = ("CREATED", "RUNNING", "SUSPENDED", "CLOSED")
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = [f"GEN_{state}" for state in _STATES]
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = [f"CORO_{state}" for state in _STATES]
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = [f"AGEN_{state}" for state in _STATES]


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    return hasattr(type(obj), "__get__") and not hasattr(type(obj), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def _is_kind(obj, kind):
    from functools import partial
    while isinstance(obj, partial):
        obj = obj.func
    if ismethod(obj):
        obj = obj.__func__
    while isinstance(obj, partial):
        obj = obj.func
    return isfunction(obj) and bool(code_info(obj)[kind])


def markcoroutinefunction(func):
    func = getattr(func, "__func__", func)
    func._is_coroutine_mark = True
    return func


def iscoroutinefunction(obj):
    if getattr(getattr(obj, "__func__", obj), "_is_coroutine_mark", False):
        return True
    return _is_kind(obj, "coroutine")


def isgeneratorfunction(obj):
    return _is_kind(obj, "generator")


def isasyncgenfunction(obj):
    return _is_kind(obj, "asyncgen")


def _state(running, suspended, frame, names):
    if running:
        return names[1]
    if suspended:
        return names[2]
    return names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    return _state(
        generator.gi_running, generator.gi_suspended, generator.gi_frame,
        (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED),
    )


def getcoroutinestate(coroutine):
    return _state(
        coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame,
        (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED),
    )


def getasyncgenstate(agen):
    return _state(
        agen.ag_running, agen.ag_suspended, agen.ag_frame, (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED)
    )


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return _locals(generator.gi_frame)


def getcoroutinelocals(coroutine):
    return _locals(coroutine.cr_frame)


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals(agen.ag_frame)


def _locals(frame):
    return {} if frame is None else frame.f_locals


def getmembers(object, predicate=None):
    results = []
    names = dir(object)
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    return sorted(results, key=lambda pair: pair[0])


def getattr_static(obj, attr, default=...):
    if not isinstance(obj, type) and attr in getattr(obj, "__dict__", ()):
        return obj.__dict__[attr]
    for base in (obj if isinstance(obj, type) else type(obj)).__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default is ...:
        raise AttributeError(attr)
    return default


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")], default=0)
    lines = [lines[0].lstrip(" "), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _inherited_doc(object):
    name = getattr(object, "__name__", None)
    owner = None
    if isfunction(object):
        owner = sys.modules.get(object.__module__)
        for part in object.__qualname__.split(".")[:-1]:
            owner = getattr(owner, part, None)
        owner = owner if isclass(owner) else None
    elif ismethod(object):
        owner = type(object.__self__) if not isclass(object.__self__) else object.__self__
    elif isclass(object):
        for base in object.__mro__[1:]:
            if base is not __builtins_object and base.__doc__ is not None:
                return base.__doc__
        return None
    for base in owner.__mro__ if owner else ():
        doc = getattr(base.__dict__.get(name), "__doc__", None)
        if doc is not None:
            return doc
    return None


__builtins_object = type.__mro__[-1]


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def getcomments(object):
    return None


def getfile(object):
    return getattr(sys.modules.get(getattr(object, "__module__", "__main__")), "__file__", "<string>")


getsourcefile = getfile


def getsourcelines(object):
    object = unwrap(object)
    object = getattr(object, "__func__", object)
    frame = sys._getframe()
    while frame.f_back is not None:
        frame = frame.f_back
    file = frame.f_code.co_filename
    if isinstance(object, type):
        first = _line_of_class(object.__name__, file)
    else:
        code = getattr(object, "__code__", None)
        if code is None:
            raise TypeError(
                "module, class, method, function, traceback, frame, or code object was expected, "
                f"got {type(object).__name__}"
            )
        first = code.co_firstlineno if code.co_filename == file else None
    text = _source_line(file, first) if first else None
    if text is None:
        raise OSError("could not get source code")
    found, number, depth, in_text, has_header = [], first, 0, False, False
    least = _indentation(text)
    while text is not None:
        stripped = text.strip()
        goes_on = depth > 0 or in_text or not has_header
        if found and stripped and not goes_on and _indentation(text) <= least:
            break
        found.append(text + "\n")
        in_text ^= (text.count('"""') + text.count("'''")) % 2
        depth += sum(map(text.count, "([{")) - sum(map(text.count, ")]}"))
        has_header = has_header or not stripped.startswith("@")
        number += 1
        text = _source_line(file, number)
    while not found[-1].strip():
        found.pop()
    return found, first


def _indentation(text):
    return len(text) - len(text.lstrip())


def _line_of_class(name, file):
    number = 1
    while (text := _source_line(file, number)) is not None:
        head = text.strip()
        if head.startswith(f"class {name}") and not head[len(name) + 6:len(name) + 7].isidentifier():
            while number > 1 and (_source_line(file, number - 1) or "").strip().startswith("@"):
                number -= 1
            return number
        number += 1
    return None


def getsource(object):
    return "".join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1) if hasattr(sys, "_getframe") else None


def stack(context=1):
    from collections import namedtuple
    kind = namedtuple("FrameInfo", "frame filename lineno function code_context index", module="inspect")
    frame, found = sys._getframe(1), []
    while frame is not None:
        found.append(kind(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None, None))
        frame = frame.f_back
    return found


class _empty:
    """Marks what a signature does not say."""


class _ParameterKind(int):
    _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
    _texts = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")

    @property
    def name(self):
        return self._names[self]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return self._texts[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type(list[int])):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = map(_ParameterKind, range(5))

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        if default is not _empty and kind in (2, 4):
            raise ValueError(f"{_ParameterKind(kind).description} parameters cannot have default values")
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {"default": self.default, "annotation": self.annotation, **changes}
        return Parameter(values.pop("name", self.name), values.pop("kind", self.kind), **values)

    __replace__ = replace

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty else f"={self.default!r}"
        return ("", "", "*", "", "**")[self.kind] + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation
        )

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        values = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            if parameter.kind == 2:
                values.extend(self.arguments[name])
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            if not by_name and (parameter.kind in (3, 4) or name not in self.arguments):
                by_name = True
            if by_name and name in self.arguments:
                if parameter.kind == 4:
                    values.update(self.arguments[name])
                else:
                    values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        complete = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == 2:
                complete[name] = ()
            elif parameter.kind == 4:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<BoundArguments ({', '.join([f'{k}={v!r}' for k, v in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=..., return_annotation=...):
        return Signature(
            self.parameters.values() if parameters is ... else parameters,
            return_annotation=self.return_annotation if return_annotation is ... else return_annotation,
        )

    __replace__ = replace

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        values, rest = {}, list(args)
        passed_over = False
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if rest:
                    values[name] = tuple(rest)
                    rest = []
            elif kind == 4:
                if kwargs:
                    values[name] = kwargs
                    kwargs = {}
            elif rest and kind != 3:
                if kind == 1 and name in kwargs:
                    raise TypeError(f"multiple values for argument {name!r}")
                values[name] = rest.pop(0)
            elif name in kwargs and kind != 0:
                values[name] = kwargs.pop(name)
                passed_over = True
            elif parameter.default is _empty and not partial:
                keyword_only = " keyword-only" if kind == 3 and not passed_over else ""
                raise TypeError(f"missing a required{keyword_only} argument: {name!r}")
            else:
                passed_over = True
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, values)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        shown, slash, star = [], False, True
        for parameter in self.parameters.values():
            if parameter.kind == 0:
                slash = True
            elif slash:
                shown.append("/")
                slash = False
            if parameter.kind == 2:
                star = False
            elif parameter.kind == 3 and star:
                shown.append("*")
                star = False
            shown.append(str(parameter))
        if slash:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self.return_annotation == other.return_annotation and list(self.parameters.values()) == list(
            other.parameters.values()
        )

    def __hash__(self):
        return hash(tuple(self.parameters))


def _function_signature(func):
    info = code_info(func)
    names, annotations = info["varnames"], getattr(func, "__annotations__", {})
    defaults, keyword_defaults = info["defaults"] or (), info["kwdefaults"] or {}
    count, position_only, keyword_only = info["argcount"], info["posonly"], info["kwonly"]
    parameters = []
    for i, name in enumerate(names[:count]):
        index = i - (count - len(defaults))
        parameters.append(Parameter(
            name, 0 if i < position_only else 1, default=defaults[index] if index >= 0 else _empty,
            annotation=annotations.get(name, _empty),
        ))
    at = count + keyword_only
    if info["varargs"]:
        parameters.append(Parameter(names[at], 2, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[count:count + keyword_only]:
        parameters.append(Parameter(
            name, 3, default=keyword_defaults.get(name, _empty), annotation=annotations.get(name, _empty)
        ))
    if info["varkw"]:
        parameters.append(Parameter(names[at], 4, annotation=annotations.get(names[at], _empty)))
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind in (0, 1):
        del parameters[0]
    return found.replace(parameters=parameters)


def _partial_signature(obj):
    found = signature(obj.func)
    left = len(obj.args)
    parameters, keyword_only = [], False
    for parameter in found.parameters.values():
        if parameter.kind in (0, 1) and left:
            left -= 1
        elif parameter.name in obj.keywords and parameter.kind in (1, 3):
            parameters.append(parameter.replace(kind=3, default=obj.keywords[parameter.name]))
            keyword_only = True
        elif keyword_only and parameter.kind == 1:
            parameters.append(parameter.replace(kind=3))
        elif not (keyword_only and parameter.kind == 2):
            parameters.append(parameter)
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    from functools import partial
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    explicit = getattr(obj, "__signature__", None)
    if isinstance(explicit, Signature):
        return explicit
    if isfunction(obj):
        return _function_signature(obj)
    if isinstance(obj, partial):
        return _partial_signature(obj)
    if isclass(obj):
        return _class_signature(obj)
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(signature(call))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _class_signature(cls):
    own_call = getattr_static(type(cls), "__call__")
    if isfunction(own_call):
        return _without_first(_function_signature(own_call))
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            method = base.__dict__.get(name)
            method = getattr(method, "__func__", method)
            if isfunction(method):
                return _without_first(signature(method))
        if "__init__" in base.__dict__ and base is not __builtins_object:
            raise ValueError(f"no signature found for builtin type {cls!r}")
    return Signature()


def getfullargspec(func):
    from collections import namedtuple
    kind = namedtuple(
        "FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations", module="inspect"
    )
    args, keyword_only, defaults, keyword_defaults, star = [], [], [], {}, {}
    for name, parameter in signature(func, follow_wrapped=False).parameters.items():
        if parameter.kind in (0, 1):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind == 3:
            keyword_only.append(name)
            if parameter.default is not _empty:
                keyword_defaults[name] = parameter.default
        else:
            star[int(parameter.kind)] = name
    if ismethod(func):
        args.insert(0, code_info(func.__func__)["varnames"][0])
    return kind(
        args, star.get(2), star.get(4), tuple(defaults) or None, keyword_only, keyword_defaults or None,
        _return_first(dict(getattr(func, "__annotations__", {}))),
    )


def _return_first(annotations):
    return {"return": annotations.pop("return"), **annotations} if "return" in annotations else annotations


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        return dict(obj.__dict__.get("__annotations__", {}))
    return dict(getattr(obj, "__annotations__", None) or {})
