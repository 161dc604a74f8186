# Functions that CPython has in C count their arguments in their own words, wherever they come from.
import functools
import heapq
import operator

for call in (
    lambda: operator.add(1),
    lambda: operator.mul(1, 2, 3),
    lambda: operator.setitem([1], 0),
    lambda: operator.sub(),
    lambda: operator.length_hint(),
    lambda: functools.reduce(operator.add),
    lambda: functools.reduce(operator.add, [], 1, 2),
    lambda: heapq.heappush([]),
    lambda: len(),
    lambda: len([], []),
    lambda: isinstance(1),
    lambda: divmod(1),
    lambda: abs(1, 2),
    lambda: getattr(1),
    lambda: pow(2),
    lambda: "a".join(),
    lambda: [].append(),
    lambda: {}.get(),
    lambda: {}.pop(),
    lambda: type(1, 2),
    lambda: object(1),
    lambda: operator.itemgetter(),
):
    try:
        print(call())
    except TypeError as e:
        print(e)
print(operator.add, operator.itemgetter(1), functools.reduce, heapq.heappop, len)


class Plain:
    pass


for call in (lambda: Plain(1), lambda: Plain().__init__(3), lambda: setattr(Plain, "__name__", 3), lambda: delattr([], "x")):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(e)
