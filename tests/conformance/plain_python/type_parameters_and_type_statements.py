# Generic functions and classes with [T], the type statement, Protocol, annotations without effect.
from __future__ import annotations

from typing import Callable, Generic, Optional, Protocol, TypeVar, Union, NamedTuple, TypedDict, Literal, Final, Any, ClassVar, cast, get_type_hints

T = TypeVar("T")
MAX: Final = 3
count: int = 0
undefined_but_annotated: str


class Stack(Generic[T]):
    limit: ClassVar[int] = 10

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Stack[T]:
        self.items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def map[U](self, f: Callable[[T], U]) -> Box[U]:
        return Box(f(self.value))


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


type Pair[A] = tuple[A, A]
type Number = int | float


class Quacks(Protocol):
    def quack(self) -> str: ...


class Duck:
    def quack(self) -> str:
        return "quack"


class Movie(TypedDict, total=False):
    title: str
    year: int


class Coordinate(NamedTuple):
    x: float
    y: float = 0.0

    def norm(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5


def speak(q: Quacks, mode: Literal["loud", "soft"] = "soft") -> str:
    return q.quack().upper() if mode == "loud" else q.quack()


def wrong(x: int) -> str:
    return x


print(Stack[int]().push(1).push("not checked").items, Stack().pop(), Box(20).map(lambda v: v / 8).value)
print(first([]), first(["a"]), first([], 0), speak(Duck(), "loud"), wrong([]), cast(int, "text"))
print(Pair, Number, Movie(title="Alien", year=1979), Coordinate(3, 4).norm(), Coordinate(1), isinstance(5, int | str))
print(wrong.__annotations__, get_type_hints(wrong), Coordinate._fields, Union[int, str], Optional[int], int | None, list[int])
try:
    undefined_but_annotated
except NameError as e:
    print(e, count, MAX)
