# ExceptionGroup: subgroup, split, derive, notes, nesting.
import asyncio


def leaves(group):
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from leaves(error)
        else:
            yield error


async def main():
    inner = ExceptionGroup("inner", [ValueError("a"), TypeError("b")])
    group = ExceptionGroup("outer", [inner, OSError("c"), ValueError("d")])
    print(list(leaves(group)))
    print(repr(group.subgroup(ValueError)))
    match, rest = group.split(lambda e: isinstance(e, (TypeError, OSError)))
    print(repr(match))
    print(repr(rest))
    print(group.split(KeyError)[0], group.subgroup(Exception) is group)
    print(str(group), "|", str(inner))
    group.add_note("a note")
    print(group.__notes__, repr(group.derive([KeyError("new")])))
    print(type(BaseExceptionGroup("b", [ValueError()])).__name__)
    print(type(BaseExceptionGroup("b", [asyncio.CancelledError()])).__name__)
    for arguments in [("empty", []), ("wrong", [1]), ("base", [KeyboardInterrupt()])]:
        try:
            ExceptionGroup(*arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
