# What an exception says about itself in attributes: names, objects and modules; and what a part of a group keeps.
import asyncio


def show(error):
    print(type(error).__name__, [getattr(error, name, "-") for name in ("name", "obj", "path", "msg", "name_from")])


for action in (
    lambda: undefined,
    lambda: (5).missing,
    lambda: asyncio.missing,
    lambda: __import__("missing_module"),
):
    try:
        action()
    except Exception as error:
        if getattr(error, "obj", None) is asyncio:
            error.obj = "the module"
        show(error)
try:
    from collections import missing
except ImportError as error:
    print(error.name, error.name_from, error.msg.split(" (")[0])
for error in (
    AttributeError(),
    AttributeError("a", name="n", obj=5),
    NameError("a"),
    NameError("a", name="n"),
    ImportError("a", "b"),
    ImportError("a", name="n", path="p"),
    ModuleNotFoundError("a"),
):
    show(error)
for make in (AttributeError, NameError, ImportError):
    try:
        make("a", invalid=5)
    except TypeError as error:
        print(error)

stop = StopIteration(5)
stop.value = 6
print(stop.value, stop.args)

group = ExceptionGroup("both", [ValueError(1), TypeError(2)])
group.add_note("of the whole")
values, rest = group.split(ValueError)
values.add_note("of the part")
print(group.__notes__, values.__notes__, rest.__notes__)


class Odd(ExceptionGroup):
    def derive(self, members):
        return 42


try:
    Odd("odd", [ValueError(1), TypeError(2)]).split(ValueError)
except TypeError as error:
    print(error)
