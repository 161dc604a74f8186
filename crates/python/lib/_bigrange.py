"""Ranges of numbers beyond 64 bits."""

from builtins import range as _native, slice as _slice


def make(start, stop=None, step=1):
    if stop is None:
        start, stop = 0, start
    if step == 0:
        raise ValueError("range() arg 3 must not be zero")
    return range(start, stop, step)


class range:
    __slots__ = ("start", "stop", "step", "_count")
    __module__ = "builtins"

    def __init__(self, start, stop, step):
        self.start, self.stop, self.step = start, stop, step
        self._count = max(0, (stop - start + step - (1 if step > 0 else -1)) // step)

    def __repr__(self):
        return f"range({self.start}, {self.stop}{f', {self.step}' if self.step != 1 else ''})"

    def __len__(self):
        if self._count > 0x7FFFFFFFFFFFFFFF:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return self._count

    def __bool__(self):
        return self._count > 0

    def __getitem__(self, index):
        if isinstance(index, _slice):
            return self._part(index)
        if not hasattr(index, "__index__"):
            raise TypeError(f"range indices must be integers or slices, not {type(index).__name__}")
        index = index.__index__()
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError("range object index out of range")
        return self.start + index * self.step

    def _part(self, part):
        step = 1 if part.step is None else part.step
        if step == 0:
            raise ValueError("slice step cannot be zero")
        lowest, highest = (0, self._count) if step > 0 else (-1, self._count - 1)

        def bound(given, missing):
            if given is None:
                return missing
            return max(lowest, min(highest, given + self._count if given < 0 else given))

        first = bound(part.start, lowest if step > 0 else highest)
        last = bound(part.stop, highest if step > 0 else lowest)
        return _native(self.start + first * self.step, self.start + last * self.step, self.step * step)

    def __iter__(self):
        number = self.start
        for _ in self._steps():
            yield number
            number += self.step

    def _steps(self):
        left = self._count
        while left:
            left -= 1
            yield

    def __reversed__(self):
        return iter(self[::-1])

    def __contains__(self, number):
        low, high = (self.start, self.stop) if self.step > 0 else (self.stop + 1, self.start + 1)
        return low <= number < high and (number - self.start) % self.step == 0

    def index(self, number):
        if number not in self:
            raise ValueError(f"{number!r} is not in range")
        return (number - self.start) // self.step

    def count(self, number):
        return int(number in self)

    def _key(self):
        return self._count, self._count and self.start, self.step if self._count > 1 else None

    def __eq__(self, other):
        return self._key() == other._key() if type(other) is range else NotImplemented

    def __hash__(self):
        return hash(self._key())
