# Exceptions of one's own: args, str, repr, hierarchy, notes and attributes.
class AppError(Exception):
    """Base class."""


class NotEnough(AppError):
    def __init__(self, have, need):
        super().__init__(f"have {have}, need {need}")
        self.have, self.need = have, need

    @property
    def missing(self):
        return self.need - self.have


class WithStr(AppError):
    def __str__(self):
        return f"<{len(self.args)} args>"


class Plain(AppError, KeyError):
    pass


for exc in (
    AppError(),
    AppError("text"),
    AppError("text", 2, None),
    NotEnough(3, 10),
    WithStr(1, 2),
    Plain("k"),
    KeyError("key"),
    KeyError("a", "b"),
    OSError(2, "No such file"),
    OSError("simple"),
    StopIteration(5),
    SystemExit(3),
    UnicodeError("u"),
):
    print(f"{type(exc).__name__}: str={str(exc)!r} repr={exc!r} args={exc.args}")

try:
    try:
        raise NotEnough(3, 10)
    except AppError as e:
        e.add_note("while buying tea")
        e.add_note("second note")
        raise
except NotEnough as e:
    print(e.missing, e.__notes__)
print([c.__name__ for c in Plain.__mro__])
print(OSError(2, "x").errno, OSError(2, "x").strerror, StopIteration(5).value)
print(issubclass(ConnectionError, OSError), TimeoutError.__mro__[1].__name__, issubclass(KeyError, LookupError))
for bad in (lambda: 1 / 0, lambda: exec_missing()):
    try:
        bad()
    except (ZeroDivisionError, NameError) as e:
        print(type(e).__name__, e.args)
try:
    raise "not an exception"
except TypeError as e:
    print(e)
try:
    raise AppError from "not an exception"
except TypeError as e:
    print(e)
