# SupportsAbs and SupportsRound can be given their type; cmp_to_key's keys are named after functools.
import functools
from typing import SupportsAbs, SupportsRound


def is_unit(value: SupportsAbs[float]) -> bool:
    return abs(value) == 1


print(is_unit(-1), is_unit(1j), is_unit(2.5))
print(isinstance("text", SupportsAbs), isinstance(2.5, SupportsRound))
print(SupportsAbs[float], SupportsRound[int])
key = functools.cmp_to_key(lambda a, b: len(a) - len(b))
print(sorted(["three", "one", "fifteen"], key=key))
print(repr(key("x")).split(" object")[0])
