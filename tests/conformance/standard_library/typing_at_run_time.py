# typing constructs are accepted and mostly do nothing: casts, overloads, protocols, aliases, guards.
import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NewType, NoReturn, ParamSpec, Protocol, Self, TypeAlias, TypeVar, assert_never, final, get_args, get_origin, no_type_check, overload, override, runtime_checkable

if TYPE_CHECKING:
    from somewhere import Nothing

P = ParamSpec("P")
R = TypeVar("R")
UserId = NewType("UserId", int)
Json: TypeAlias = "dict[str, Json] | list[Json] | str | None"


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None:
        print("closed")


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


def logged(func: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print("calling", func.__name__, args, kwargs)
        return await func(*args, **kwargs)

    return wrapper


class Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, part: str) -> Self:
        self.parts.append(part)
        return self


@final
class Sub(Builder):
    @override
    def add(self, part: str) -> Self:
        return super().add(part.upper())


@logged
async def fetch(url: str, *, retries: int = 3) -> "Nothing":
    await asyncio.sleep(0.1)
    return len(url) + retries


print(isinstance(File(), Closable), isinstance(5, Closable), UserId(5) + 1, double("ab"), double(4), Sub().add("a").add("b").parts)
print(get_origin(dict[str, int]), get_args(dict[str, int]), get_args(int | None), get_origin(list), Annotated[int, "positive"].__metadata__, TYPE_CHECKING, P.__name__, isinstance([], Sequence), isinstance({}, Mapping), isinstance("", Iterable), isinstance(5, Iterable))
print(asyncio.run(fetch("http://x", retries=2)), fetch.__name__)
try:
    assert_never("unexpected")
except AssertionError as e:
    print(e)
try:
    Closable()
except TypeError as e:
    print(e)
