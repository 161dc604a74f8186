# Weak references: which objects have room for them, which are one, and in which order the end of an object is told.
import weakref
from collections import deque, namedtuple
from dataclasses import dataclass


class Account:
    def __init__(self, number):
        self.number = number

    def __repr__(self):
        return f"Account({self.number})"

    def __len__(self):
        return self.number

    def __add__(self, other):
        return self.number + getattr(other, "number", other)

    def __radd__(self, other):
        return other + self.number

    def __getitem__(self, index):
        return index * self.number

    def __contains__(self, item):
        return item == self.number

    def __iter__(self):
        return iter(range(self.number))

    def __del__(self):
        print("del", self.number)

    def show(self):
        print("show", self.number)


account = Account(3)
proxy = weakref.proxy(account, lambda proxy: print("proxy's callback", type(proxy)))
print(proxy, len(proxy), proxy + 1, 1 + proxy, proxy + proxy, proxy[2], 3 in proxy, list(proxy), bool(proxy))
print(type(proxy), type(weakref.proxy(print)).__name__, proxy.__class__)
proxy.number = 4
print(account.number)

first, second = weakref.ref(account), weakref.ref(account)
print(first is second, weakref.getweakrefcount(account), len(weakref.getweakrefs(account)), weakref.getweakrefcount(3))
third = weakref.ref(account, lambda reference: print("reference's callback", reference()))
print(third is first, third == first, len({first, third}))
method = weakref.WeakMethod(account.show, lambda method: print("method's callback", method() is None))
method()()
members = weakref.WeakSet([account])
print(account in members, members == {account}, members == weakref.WeakSet([account]))

del account
print(len(members), first(), third(), method())
for use in (lambda: proxy.number, lambda: len(proxy), lambda: str(proxy), lambda: proxy + 1):
    try:
        print(use())
    except ReferenceError as error:
        print(error)


class Tight:
    __slots__ = ("a",)


class Loose(Tight):
    pass


class Roomy:
    __slots__ = ("a", "__weakref__")


@dataclass(slots=True)
class Data:
    x: int


@dataclass(slots=True, weakref_slot=True)
class RoomyData:
    x: int


class Number(int):
    pass


class Row(tuple):
    pass


class Names(list):
    pass


class Failure(Exception):
    pass


Point = namedtuple("Point", "x")
for thing in (
    Tight(), Loose(), Roomy(), Data(1), RoomyData(1), Number(), Row(), Names(), Failure(), ValueError(), Point(1),
    deque(), {1}, frozenset(), print, weakref, Point, 3, "text", [], {}, None,
):
    try:
        print(type(thing).__name__, weakref.ref(thing)() is thing)
    except TypeError as error:
        print(error)
