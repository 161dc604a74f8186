# ExceptionGroup: message, exceptions, split, subgroup, derive and the rules of its constructor.
class AppGroup(ExceptionGroup):
    def derive(self, excs):
        return AppGroup(self.message.upper(), excs)


group = ExceptionGroup(
    "outer",
    [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [ValueError("c"), KeyError("d")])],
)
print(str(group), "|", group.message, "|", len(group.exceptions))
match, rest = group.split(ValueError)
print(match, "|", rest)
print(repr(match))
print(repr(rest))
print(group.split(OSError)[0], group.subgroup(lambda e: "d" in str(e)))
print(repr(group.subgroup((TypeError, KeyError))))
app = AppGroup("app", [ValueError(1), OSError(2)])
app.add_note("kept by the parts")
print(repr(app.subgroup(OSError)), app.subgroup(OSError).__notes__)
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [SystemExit()])).__name__)


def leaves(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        print("  " * depth + e.message)
        for sub in e.exceptions:
            leaves(sub, depth + 1)
    else:
        print("  " * depth + repr(e))


leaves(group)
for bad in (
    lambda: ExceptionGroup("no list"),
    lambda: ExceptionGroup("empty", []),
    lambda: ExceptionGroup("wrong", ["text"]),
    lambda: ExceptionGroup(5, [ValueError()]),
    lambda: ExceptionGroup("base", [KeyboardInterrupt()]),
    lambda: ExceptionGroup("not a sequence", 5),
):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(group, Exception), issubclass(ExceptionGroup, BaseExceptionGroup))
