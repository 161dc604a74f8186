import typing
from typing import *
import collections.abc


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


for t in [Any, Optional[int], Union[int, str], Union[int, None], Union[int, str, None], Union[int], List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Set[str], Callable[[int, str], bool], Callable[..., int], Callable[[], None], Type[int], Literal["a", 1], Final[int], ClassVar[int], Annotated[int, "x", 3], Iterable[int], Sequence[str], Mapping[str, int], Awaitable[int], Coroutine[Any, Any, int], AsyncIterator[int], Generator[int, None, str], Generator[int], AsyncGenerator[int], ContextManager[str, None], Deque[int], DefaultDict[str, int], Optional["Node"], List["X"], NoReturn, Never, Self, Counter[str], Iterator[int], FrozenSet[int], Union[List[int], Dict[str, int]], Optional[Union[int, str]], Union[Union[int, str], float], List, Dict, Optional, Union, Callable, Iterable, Tuple, Type[Any], AsyncGenerator[int, None], ContextManager[int], Optional[List[Any]], Callable[[Callable[[int], str]], None], Literal[True, None], TypeGuard[int], List[Optional[int]], Dict[str, Any], Tuple[int, str], Optional[Callable[[int], Awaitable[None]]]]:
    print(t)
T = TypeVar("T"); K = TypeVar("K", bound=int); Co = TypeVar("Co", covariant=True); AS = TypeVar("AS", str, bytes); P = ParamSpec("P")
print(T, K, Co, AS, P, K.__bound__, AS.__constraints__, T.__name__, List[T], Dict[K, T][int, str], Callable[P, T], Optional[T][int], Callable[[T], T][int])
attempt(TypeVar, "Q", int)


class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, item: T) -> None: self.items.append(item)
    def pop(self) -> T: return self.items.pop()


s = Stack[int](); s.push(1); print(s.pop(), Stack, Stack[int], Stack[T], Stack.__parameters__, isinstance(s, Stack), s.__orig_class__, Stack.__mro__)
attempt(lambda: Stack[int, str]); attempt(lambda: isinstance(s, Stack[int])); attempt(lambda: Generic[int]); attempt(lambda: List[int, str]); attempt(lambda: Optional[1]); attempt(lambda: isinstance(1, Any)); attempt(Any); attempt(lambda: isinstance(1, List[int])); attempt(lambda: Union[()]); attempt(Optional); attempt(lambda: Dict[int])


class Pair(Generic[T, K]):
    pass


class Sub(Pair[T, int], Generic[T]): pass
class Conc(Stack[int]): pass


print(Pair[int, str], Sub.__parameters__, Sub[str], Conc().items, Conc.__mro__[1].__name__, Conc.__parameters__)
print(isinstance(1, Union[int, str]), isinstance([], List), isinstance({}, Mapping), issubclass(int, Union[int, str]), isinstance(None, Optional[int]))


class Emp(NamedTuple):
    "doc"
    name: str
    id: int = 3
    def hi(self): return f"hi {self.name}"
    @property
    def up(self): return self.name.upper()


print(Emp("a"), Emp("b", 5).hi(), Emp._fields, Emp._field_defaults, Emp.__annotations__, Emp("q").up, Emp("a") == ("a", 3), Emp.__doc__, Emp, Emp.__mro__); attempt(Emp)
N2 = NamedTuple("N2", [("x", int), ("y", str)]); print(N2(1, "a"), N2.__annotations__)
def badnt():
    class B(NamedTuple):
        a: int = 1
        b: str
attempt(badnt)


class Movie(TypedDict):
    title: str
    year: int


class Movie2(Movie, total=False):
    stars: float


m: Movie = {"title": "x", "year": 1}; print(m, Movie(title="q", year=2), type(Movie(title="a", year=1)), Movie.__annotations__, sorted(Movie2.__required_keys__), Movie2.__optional_keys__, Movie.__total__, is_typeddict(Movie)); attempt(lambda: isinstance({}, Movie))
TD = TypedDict("TD", {"a": int}); print(TD(a=1), TD.__name__)


@runtime_checkable
class Quacks(Protocol):
    def quack(self) -> str: ...


class Plain(Protocol):
    x: int
    def f(self): ...


class Duck:
    def quack(self): return "q"


class Impl(Plain):
    x = 1
    def f(self): return 1


print(isinstance(Duck(), Quacks), isinstance(1, Quacks), issubclass(Duck, Quacks), Impl().f(), isinstance(Impl(), Impl)); attempt(lambda: isinstance(1, Plain)); attempt(Plain); attempt(Quacks)
class Box(Protocol[T]):
    def get(self) -> T: ...
class IntBox:
    def get(self): return 1
print(Box[int], Box.__parameters__)
class PInit(Protocol):
    v: int
class QI(PInit):
    def __init__(self, v): self.v = v
print(QI(3).v, isinstance(3, SupportsInt), isinstance("x", SupportsInt), isinstance(2.5, SupportsFloat), isinstance(1, SupportsIndex))
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__supertype__, UserId(5) + 1)
print(cast(int, "x"), TYPE_CHECKING, get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(int), get_args(int), get_args(Callable[[int], str]), get_origin(list[int]), get_args(int | str), get_origin(Callable[..., int]), get_args(Literal[1, 2]), get_origin(Annotated[int, 1]))


def f(a: int, b: "str", c: Optional["Node"] = None, *args: Any, **kw: Annotated[int, 5]) -> "List[int]": pass


class Node:
    next: "Optional[Node]"
    value: int = 0


print(get_type_hints(f)); print(get_type_hints(Node)); print(f.__annotations__)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
@final
class Fin: pass
class Ov(Node):
    @override
    def __repr__(self): return "ov"


print(g(5), Fin.__final__, Ov()); attempt(assert_never, 5)
print(Optional[int] == Union[int, None], Union[int, str] == Union[str, int], List[int] == List[int], hash(List[int]) == hash(List[int]), Optional[int] | str, T | None, List[int] | None, Union[int, str].__args__, List[int].__origin__)
def deco(fn: Callable[P, T]) -> Callable[P, T]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> T: return fn(*args, **kwargs)
    return inner
print(deco(max)(1, 2), typing.AnyStr, Text, {Optional[int]: 1}[Union[int, None]], TypeAlias, Annotated[int, 1].__metadata__)
attempt(lambda: typing.nope)
class L(List[int]): pass
print(L([1, 2]), isinstance(L(), list), L.__mro__[1])
class DD(Dict[str, int]):
    def total(self): return sum(self.values())
print(DD(a=1).total(), IO, TextIO)
