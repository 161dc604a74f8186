# Protocols with data, dispatch by annotations that are texts, class methods registered, json.decoder, operator's names.
from __future__ import annotations

import collections
import collections.abc
import copy
import functools
import itertools
import json
import json.decoder
import operator
import typing
from typing import Protocol, runtime_checkable


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@runtime_checkable
class Named(Protocol):
    name: str

    def greet(self): ...


class Person:
    name = "Ada"

    def greet(self):
        pass


class Declared(Named):
    def greet(self):
        pass


print(isinstance(Person(), Named), isinstance(5, Named), isinstance(Declared(), Named))
attempt(lambda: issubclass(Person, Named))
match Person():
    case Named(name="Ada"):
        print("matched")


@functools.singledispatch
def show(value):
    return "something"


@show.register
def _(value: int | str):
    return "a number or text"


@show.register
def _(value: collections.abc.Sequence):
    return "a sequence"


@show.register
def _(value: None):
    return "nothing"


print(show(1), show("a"), show([1]), show(1.5), show(None), sep=", ")


class Maker:
    @functools.singledispatchmethod
    @classmethod
    def make(cls, value):
        return "something"

    @make.register
    @classmethod
    def _(cls, value: int):
        return f"{cls.__name__} of a number"


print(Maker.make(1), Maker().make("a"))


def wrong(annotation):
    def function(value): ...
    function.__annotations__["value"] = annotation
    return lambda: show.register(function)


attempt(wrong(list[int]))
attempt(wrong(typing.Union[list[int], int]))
attempt(lambda: show.register(list[int], print))
print(copy.copy(functools.partial(int, base=2))("101"))
try:
    json.loads("[1,")
except json.decoder.JSONDecodeError as error:
    print(type(error), error.pos, json.decoder.JSONDecodeError is json.JSONDecodeError)
print(operator.__add__(1, 2), operator.__not__(0))
print([operator.length_hint(iter(some), 0) for some in ([1], {1, 2}, {1: 2}, "abc", range(5))])
print(operator.length_hint(map(str, [1]), 7), operator.length_hint(itertools.count(), 9))
Point = collections.namedtuple("Point", "x y")
Point.x.__doc__ = "how far right"
print(Point.x.__doc__, "|", Point.y.__doc__)


class Listed(collections.abc.Set):
    def __init__(self, items):
        self.items = list(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    __hash__ = collections.abc.Set._hash


print(hash(Listed([1, 2])) == hash(Listed([2, 1])) == hash(frozenset([1, 2])), list(Listed([1, 2]) & Listed([2])))
