"""asyncio's own event loop on the virtual clock, with equal deadlines in order of insertion.

What CPython leaves to object addresses (see `OrderedSet`) happens in order of creation.
"""

import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.taskgroups
import asyncio.tasks
import asyncio.unix_events
import itertools
import selectors
import weakref

from .clock import monotonic, to_ns
from .scheduler import SCHEDULER


class TimerHandle(asyncio.events.TimerHandle):
    """A timer that knows when it was set: the second key of the heap."""

    __slots__ = ("_order",)
    _orders = itertools.count()

    def __init__(self, when, *args, **kwargs):
        super().__init__(when, *args, **kwargs)
        self._order = next(self._orders)

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


TimerHandle.__module__ = "asyncio.events"


class Selector(selectors._BaseSelectorImpl):
    """A selector whose only event is the loop's self-pipe, and whose waiting is virtual."""

    def __init__(self):
        super().__init__()
        self.waiting = None
        self.woken = False

    def select(self, timeout=None):
        if self.woken or (timeout is not None and timeout <= 0):
            SCHEDULER.give_way()
        else:
            deadline = None if timeout is None else SCHEDULER.now + to_ns(timeout)
            self.waiting = SCHEDULER.current
            SCHEDULER.block(deadline, polling=True)
            self.waiting = None
        if not self.woken:
            return []
        self.woken = False
        return [(key, selectors.EVENT_READ) for key in self.get_map().values()]

    def wake(self):
        self.woken = True
        if self.waiting is not None:
            SCHEDULER.wake(self.waiting)


class VirtualEventLoop(asyncio.SelectorEventLoop):
    def __init__(self, selector=None):
        super().__init__(Selector())
        # Times are whole nanoseconds: half of one finds the timers that are due and no others.
        self._clock_resolution = 0.5e-9
        self._asyncgens = OrderedWeakSet()

    def time(self):
        return monotonic()

    def call_at(self, when, callback, *args, context=None):
        if when is not None:
            when = to_ns(when) / 1e9
        return super().call_at(when, callback, *args, context=context)

    def _write_to_self(self):
        self._selector.wake()


Selector.__name__ = "EpollSelector"  # asyncio logs it in debug mode
VirtualEventLoop.__name__ = VirtualEventLoop.__qualname__ = "_UnixSelectorEventLoop"
VirtualEventLoop.__module__ = "asyncio.unix_events"


class VirtualEventLoopPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualEventLoop


class OrderedSet(set):
    """A set that is iterated by creation of its tasks, else by insertion."""

    def __init__(self, items=()):
        super().__init__()
        self._order = {}
        for item in items:
            self.add(item)

    def add(self, item):
        super().add(item)
        self._order.setdefault(item)

    def discard(self, item):
        super().discard(item)
        self._order.pop(item, None)

    def remove(self, item):
        super().remove(item)
        del self._order[item]

    def clear(self):
        super().clear()
        self._order.clear()

    def pop(self):
        for item in self:
            self.remove(item)
            return item
        raise KeyError("pop from an empty set")

    def update(self, *others):
        for item in itertools.chain(*others):
            self.add(item)

    def difference_update(self, *others):
        for item in itertools.chain(*others):
            self.discard(item)

    def __iter__(self):
        items = list(self._order)
        if all(item in _created for item in items):
            items.sort(key=_created.__getitem__)
        return iter(items)

    def copy(self):
        return OrderedSet(self)

    def union(self, *others):
        return OrderedSet(itertools.chain(self, *others))

    def difference(self, *others):
        excluded = set(itertools.chain(*others))
        return OrderedSet(item for item in self if item not in excluded)

    def intersection(self, *others):
        return OrderedSet(i for i in self if all(i in other for other in others))

    def __or__(self, other):
        return self.union(other)

    def __sub__(self, other):
        return self.difference(other)

    def __and__(self, other):
        return self.intersection(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __repr__(self):
        return "{" + ", ".join(map(repr, self)) + "}" if self else "set()"


class OrderedWeakSet:
    """The part of `weakref.WeakSet` that the loop uses, iterated by insertion."""

    def __init__(self):
        self._items = {}

    def add(self, item):
        reference = weakref.ref(item, lambda r: self._items.pop(id(r), None))
        self._items[id(reference)] = reference

    def discard(self, item):
        for key, reference in list(self._items.items()):
            if reference() is item:
                del self._items[key]

    def clear(self):
        self._items.clear()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter([item for r in list(self._items.values()) if (item := r()) is not None])


_created = weakref.WeakKeyDictionary()
_creation_orders = itertools.count()


def _number_tasks():
    """Gives each task, C-made ones too, its creation number as it registers itself."""
    tasks = asyncio.tasks._scheduled_tasks
    real_add = tasks.add

    def add(task):
        _created[task] = next(_creation_orders)
        real_add(task)

    tasks.add = add


def install():
    _number_tasks()
    asyncio.tasks.set = asyncio.taskgroups.set = OrderedSet
    real_all_tasks = asyncio.tasks.all_tasks

    def all_tasks(loop=None):
        return OrderedSet(real_all_tasks(loop))

    asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks
    asyncio.events.TimerHandle = asyncio.TimerHandle = TimerHandle
    asyncio.SelectorEventLoop = asyncio.EventLoop = VirtualEventLoop
    asyncio.unix_events.SelectorEventLoop = VirtualEventLoop
    asyncio.set_event_loop_policy(VirtualEventLoopPolicy())
