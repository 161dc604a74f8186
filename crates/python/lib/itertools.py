"""Building blocks for iteration: generators, wherever their call must not look at the arguments first."""


_MISSING = object()


def _required(name, **arguments):
    """Refuses a call without an argument, in the words of a native function."""
    for position, (argument, value) in enumerate(arguments.items(), 1):
        if value is _MISSING:
            raise TypeError(f"{name}() missing required argument '{argument}' (pos {position})")


class count:
    __slots__ = ("_value", "_step")

    def __init__(self, start=0, step=1):
        for value in (start, step):
            if isinstance(value, (str, bytes, list, tuple)) or not hasattr(value, "__add__"):
                raise TypeError("a number is required")
        self._value = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._value
        self._value = value + self._step
        return value

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f"count({self._value!r})"
        return f"count({self._value!r}, {self._step!r})"


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(items):
    saved = []
    for item in items:
        saved.append(item)
        yield item
    while saved:
        yield from saved


class repeat:
    __slots__ = ("_object", "_times")

    def __init__(self, object=_MISSING, times=None):
        _required("repeat", object=object)
        self._object = object
        self._times = None if times is None else max(times.__index__(), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if not self._times:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        return f"repeat({self._object!r})" if self._times is None else f"repeat({self._object!r}, {self._times})"


def accumulate(iterable=_MISSING, func=None, *, initial=None):
    _required("accumulate", iterable=iterable)
    return _accumulate(iter(iterable), func, initial)


def _accumulate(items, func, total):
    if total is None:
        for total in items:
            break
        else:
            return
    yield total
    if func is None:
        for item in items:
            total = total + item
            yield total
    else:
        for item in items:
            total = func(total, item)
            yield total


def batched(iterable=_MISSING, n=_MISSING, *, strict=False):
    _required("batched", iterable=iterable, n=n)
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(items, n, strict):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


def chain(*iterables):
    for iterable in iterables:
        yield from iter(iterable)


def _from_iterable(iterable, /):
    return _chained(iter(iterable))


def _chained(iterables):
    for iterable in iterables:
        yield from iter(iterable)


_from_iterable.__name__ = "from_iterable"
_from_iterable.__qualname__ = "chain.from_iterable"
chain.from_iterable = _from_iterable


def compress(data, selectors):
    return (item for item, chosen in zip(data, selectors) if chosen)


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, items):
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def filterfalse(function, iterable, /):
    if function is None or function is bool:
        return (item for item in iterable if not item)
    return (item for item in iterable if not function(item))


def starmap(function, iterable, /):
    return (function(*(args if isinstance(args, tuple) else tuple(args))) for args in iterable)


def islice(iterable, start, stop=..., step=None, /):
    if stop is ...:
        start, stop = 0, start
    if stop is not None and (not hasattr(stop, "__index__") or stop == -1):
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    start = 0 if start is None else start
    step = 1 if step is None else step
    for value in (start, 0 if stop is None else stop):
        if not hasattr(value, "__index__") or value < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not hasattr(step, "__index__") or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(items, start, stop, step):
    # Never takes more from `items` than CPython does: `stop` items at most.
    if start == 0 and step == 1 and stop is not None:
        for _ in range(stop):
            for item in items:
                yield item
                break
            else:
                return
        return
    position = 0
    wanted = start
    while True:
        while position < wanted:
            for item in items:
                position += 1
                break
            else:
                return
        if stop is not None and position >= stop:
            return
        for item in items:
            position += 1
            break
        else:
            return
        yield item
        wanted = wanted + step if stop is None else min(wanted + step, stop)


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(items):
    for a in items:
        break
    else:
        return
    for b in items:
        yield a, b
        a = b


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _Tee):
        return (iterable, *(iterable.__copy__() for _ in range(n - 1))) if n else ()
    if n == 0:
        return ()
    first = _Tee(iter(iterable), [None, None])
    return (first, *(first.__copy__() for _ in range(n - 1)))


class _Tee:
    # All copies walk one linked list of [value, next]; the garbage of the slowest is freed.
    __slots__ = ("items", "link")

    def __init__(self, items, link):
        self.items = items
        self.link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self.link
        if link[1] is None:
            link[0] = next(self.items)
            link[1] = [None, None]
        self.link = link[1]
        return link[0]

    def __copy__(self):
        return _Tee(self.items, self.link)


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(it) for it in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    while active:
        row = []
        for i, items in enumerate(iterators):
            if items is None:
                row.append(fillvalue)
                continue
            for item in items:
                row.append(item)
                break
            else:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                row.append(fillvalue)
        yield tuple(row)


class groupby:
    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._group = None
        self._wanted = self._current = self._value = _NOTHING

    def __iter__(self):
        return self

    def __next__(self):
        while self._current is self._wanted or self._current == self._wanted:
            self._advance()
        self._wanted = self._current
        self._group = object()
        return self._current, _group(self, self._current, self._group)

    def _advance(self):
        value = next(self._items)
        self._current = value if self._key is None else self._key(value)
        self._value = value


_NOTHING = object()


def _group(owner, key, this):
    while True:
        if owner._group is not this:
            return
        yield owner._value
        if owner._group is not this:
            return
        try:
            owner._advance()
        except StopIteration:
            owner._wanted = owner._current = _NOTHING
            owner._items = iter(())
            return
        if owner._current != key:
            return


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [tuple(it) for it in iterables] * repeat
    return _product(pools)


def _product(pools):
    if not all(pools):
        return
    size = len(pools)
    if size == 0:
        yield ()
        return
    if size == 1:
        for item in pools[0]:
            yield (item,)
        return
    if size == 2:
        second = pools[1]
        for a in pools[0]:
            for b in second:
                yield a, b
        return
    indices = [0] * size
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        for i in reversed(range(size)):
            indices[i] += 1
            if indices[i] < len(pools[i]):
                row[i] = pools[i][indices[i]]
                break
            indices[i] = 0
            row[i] = pools[i][0]
        else:
            return


def permutations(iterable=_MISSING, r=None):
    _required("permutations", iterable=iterable)
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    left = list(range(n, n - r, -1))
    yield tuple(pool[i] for i in indices[:r])
    while n:
        for i in reversed(range(r)):
            left[i] -= 1
            if left[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                left[i] = n - i
                continue
            j = n - left[i]
            indices[i], indices[j] = indices[j], indices[i]
            yield tuple([pool[k] for k in indices[:r]])
            break
        else:
            return


def combinations(iterable=_MISSING, r=_MISSING):
    _required("combinations", iterable=iterable, r=r)
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    if r == 2:
        for i in range(n):
            a = pool[i]
            for j in range(i + 1, n):
                yield a, pool[j]
        return
    indices = list(range(r))
    yield pool[:r]
    while True:
        for i in reversed(range(r)):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1
        yield tuple([pool[k] for k in indices])


def combinations_with_replacement(iterable=_MISSING, r=_MISSING):
    _required("combinations_with_replacement", iterable=iterable, r=r)
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    yield tuple([pool[k] for k in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
        yield tuple([pool[k] for k in indices])
