# The TypeError of every operator, plain and in place, and which operator's sign it names.
import operator

values = {"int": 2, "float": 1.5, "str": "s", "list": [1], "tuple": (1,), "dict": {}, "set": {1}, "None": None}
symbols = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor", "lshift", "rshift", "lt", "ge"]

for name in symbols:
    op = getattr(operator, name)
    fine, errors = [], {}
    for left_name, left in values.items():
        for right_name, right in values.items():
            try:
                op(left, right)
                fine.append(f"{left_name}.{right_name}")
            except TypeError as e:
                errors.setdefault(str(e), 0)
                errors[str(e)] += 1
    print(f"{name}: {len(fine)} fine: {' '.join(fine)}")
    print("   ", len(errors), "messages, for example:", max(errors))

in_place = ["iadd", "isub", "imul", "imod", "ipow", "imatmul", "ior", "ilshift"]
for name in in_place:
    for left, right in ((None, 1), ("s", None), ([1], 2), ((1,), "x"), (1.5, [])):
        try:
            print(name, getattr(operator, name)(left, right))
        except TypeError as e:
            print(name, e)
for name in ("neg", "pos", "invert", "not_", "index", "abs"):
    for value in ("s", 1.5, None, []):
        try:
            print(name, getattr(operator, name)(value))
        except TypeError as e:
            print(name, e)
