# match on literals, or-patterns, sequences with stars, captures, guards and the wildcard.
def describe(value):
    match value:
        case 0:
            return "zero"
        case True | False:
            return "a bool"
        case int() | float() if value < 0:
            return f"negative {value}"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case "":
            return "empty string"
        case "go" | "stop" as command:
            return f"command {command}"
        case str():
            return f"text {value!r}"
        case None:
            return "nothing"
        case []:
            return "empty sequence"
        case [x]:
            return f"one: {x}"
        case [x, y] if x == y:
            return f"pair of {x}"
        case (x, [y, *_]):
            return f"{x} and a sequence that starts with {y}"
        case [first, *middle, last]:
            return f"{first}..{last} with {middle}"
        case -1.5j | 3.5:
            return "special number"
        case b"bytes":
            return "bytes"
        case _:
            return f"other {type(value).__name__}"


for v in (
    0, 0.0, False, True, 1, 2.0, -7, -0.5, 100, 3.5, "", "go", "gone", None, [], (), [9], (4, 4), [4, 5],
    [1, "ab"], [1, [2, 3]], (1, ()), range(4), b"bytes", b"other", {1}, {}, "x", [None, None],
):
    print(f"{v!r:>14} -> {describe(v)}")


def walk(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            return f"walking {direction}"
        case ["go", direction, *_]:
            return f"no way {direction}"
        case ["drop", *objects]:
            return f"dropping {len(objects)}: {objects}"
        case [*_, "please"]:
            return "polite"


for c in ("go north", "go up now", "drop", "drop sword shield", "open door please", "what"):
    print(c, "->", walk(c))
