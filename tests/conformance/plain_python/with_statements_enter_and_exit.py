# Context managers by class: order, several at once, swallowing, errors inside enter and exit.
class Tag:
    def __init__(self, name, swallow=False, fail=""):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        if self.fail == "enter":
            raise RuntimeError(f"{self.name} cannot open")
        print(f"<{self.name}>", end=" ")
        return self.name.upper()

    def __exit__(self, exc_type, exc, tb):
        print(f"</{self.name}{' ' + exc_type.__name__ if exc_type else ''}>", end=" ")
        if self.fail == "exit":
            raise OSError(f"{self.name} cannot close")
        return self.swallow


with Tag("a") as a, Tag("b") as b:
    print(a, b, end=" ")
print()
with (
    Tag("outer", swallow=True) as o,
    Tag("inner"),
):
    raise ValueError("gone")
print("went on", o)


def returns():
    with Tag("r"):
        return "value"


def loop():
    for i in range(3):
        with Tag(str(i)):
            if i == 0:
                continue
            if i == 1:
                break
    return i


print(returns())
print(loop())
for first, second in ((Tag("x"), Tag("y", fail="enter")), (Tag("x", fail="exit"), Tag("y", fail="exit")), (Tag("x"), Tag("y"))):
    try:
        with first as (f), second:
            raise KeyError("body")
    except Exception as e:
        print(repr(e), "| context:", repr(e.__context__))


class NoExit:
    def __enter__(self):
        return self


for thing in (NoExit(), 5, print):
    try:
        with thing:
            pass
    except TypeError as e:
        print(e)
data = {}
with Tag("k") as data["key"]:
    pass
print(data)
