# __cause__, __context__ and __suppress_context__, re-raising, and raise without an exception.
def chain(kind):
    try:
        {}["missing"]
    except KeyError as e:
        if kind == "from":
            raise ValueError("wrapped") from e
        if kind == "none":
            raise ValueError("hidden") from None
        if kind == "implicit":
            raise ValueError("while handling")
        if kind == "bare":
            raise
        if kind == "class":
            raise ValueError from e
        if kind == "error":
            int("x")


for kind in ("from", "none", "implicit", "bare", "class", "error"):
    try:
        chain(kind)
    except Exception as e:
        print(f"{kind}: {e!r} cause={e.__cause__!r} context={e.__context__!r} suppress={e.__suppress_context__}")

try:
    raise
except RuntimeError as e:
    print(e)


def depth(e):
    n = 0
    while e is not None:
        n, e = n + 1, e.__context__
    return n


def cascade(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n:
            cascade(n - 1)
        raise TypeError(n)


try:
    cascade(3)
except TypeError as e:
    print(e, depth(e), e.__traceback__ is not None)

try:
    try:
        1 / 0
    finally:
        [].pop()
except IndexError as e:
    print(repr(e), "|", repr(e.__context__))
error = ValueError("made here")
error.__cause__ = KeyError("set by hand")
print(error.__suppress_context__, error.with_traceback(None) is error)
for handler in (Exception, (TypeError, ZeroDivisionError), BaseException):
    try:
        1 // 0
    except handler as e:
        print(getattr(handler, "__name__", "tuple"), e)
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as e:
    print(e, "|", repr(e.__context__))
