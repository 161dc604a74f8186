# except* handles the matching part of a group; what is left goes on.
def handle(exc):
    try:
        try:
            raise exc
        except* ValueError as eg:
            print("  values:", [str(e) for e in eg.exceptions], type(eg).__name__)
        except* (TypeError, KeyError) as eg:
            print("  types and keys:", eg.exceptions)
            if len(eg.exceptions) > 1:
                raise RuntimeError("too many") from eg
        else:
            print("  else")
        finally:
            print("  finally")
    except BaseException as rest:
        print("  rest:", repr(rest), "| cause:", repr(rest.__cause__), "| context:", type(rest.__context__).__name__)
    else:
        print("  all handled")


cases = [
    ExceptionGroup("g", [ValueError(1), ValueError(2)]),
    ExceptionGroup("g", [ValueError(1), OSError("x"), TypeError("t")]),
    ExceptionGroup("g", [KeyError("k"), ExceptionGroup("inner", [ValueError("deep"), TypeError("t")])]),
    ValueError("naked"),
    IndexError("naked and not matched"),
    BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError("v")]),
]
for case in cases:
    print(repr(case))
    handle(case)

try:
    raise ExceptionGroup("outer", [OSError("o"), ExceptionGroup("mid", [ValueError("v"), OSError("p")])])
except* OSError as eg:
    print(repr(eg), len(eg.exceptions))
except* ValueError as eg:
    print(repr(eg))


def inner():
    try:
        raise ValueError("reraised")
    except* ValueError:
        raise


try:
    inner()
except ExceptionGroup as e:
    print(e, e.exceptions)
