# What [T] makes can be looked at: names, parameters of classes, values of aliases.
from typing import Generic, TypeVar, get_args, get_origin


class Pair[A, B]:
    def __init__(self, first: A, second: B):
        self.first, self.second = first, second

    def swapped(self) -> "Pair[B, A]":
        return Pair(self.second, self.first)


class Call[**P, R, *Ts]:
    pass


type Number = int | float
type Table[K] = dict[K, list[Number]]
type Tree = tuple[Tree, Tree] | None


def identity[T](value: T) -> T:
    return T, value


variable, value = identity(5)
print(variable, repr(variable), variable.__name__, type(variable) is TypeVar, value)
print(Pair.__type_params__, Pair.__parameters__, Call.__type_params__, issubclass(Pair, Generic), int.__name__)
print(Pair[int, str], Pair(1, "a").swapped().first, get_origin(Pair[int, str]) is Pair, get_args(Pair[int, str]))
print(Number, Number.__name__, Number.__value__, Table, Table.__type_params__, Table[str], Tree.__value__ is Tree.__value__)
print(identity.__annotations__["value"], identity.__annotations__["return"].__name__)
for wrong in (lambda: Pair[int], lambda: Pair[int, str, float], lambda: isinstance(1, Pair[int, str])):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
