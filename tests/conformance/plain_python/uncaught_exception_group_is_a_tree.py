# An uncaught ExceptionGroup is printed as a tree with one numbered branch each.
def fail(kind):
    if kind == "cause":
        try:
            int("x")
        except ValueError as e:
            raise RuntimeError("could not convert") from e
    raise kind


def gather_errors():
    errors = []
    for kind in (ValueError("bad value"), TypeError("bad type"), "cause"):
        try:
            fail(kind)
        except Exception as e:
            errors.append(e)
    nested = ExceptionGroup("deeper", [KeyError("k"), OSError(5, "disk")])
    errors.append(nested)
    return errors


errors = gather_errors()
errors[0].add_note("a note on the first")
print([type(e).__name__ for e in errors])
raise ExceptionGroup("several failures", errors)
