# What iterates without being a built-in: __getitem__, __next__, generators; and iterators made of iterators.
def tell(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)



class Tens:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10

    def __len__(self):
        return 3


class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("over")
        self.n -= 1
        return self.n


def count(n):
    for i in range(n):
        yield i
    return "returned"


tens = Tens()
tell(lambda: (list(tens), 20 in tens, list(reversed(tens)), list(enumerate(tens)), list(zip(tens, tens, [1, 2]))))
tell(lambda: (list(map(lambda a, b: a + b, tens, [1, 2, 3])), list(filter(None, tens)), sum(tens), tuple(tens), max(tens)))
tell(lambda: (dict.fromkeys(tens, 0), any(tens), all(tens), sorted(tens, reverse=True), [*tens]))
tell(lambda: (list(Down(3)), next(Down(0), "default"), [*Down(2)], sorted(Down(4)), 2 in Down(4), list(enumerate(Down(2), 5))))
tell(lambda: next(Down(0)))
tell(lambda: next(count(0)))
tell(lambda: list(zip(Down(3), Down(2), strict=True)))
tell(lambda: list(zip(Down(1), Down(2), Down(2), strict=True)))
tell(lambda: (sum(count(10)), list(zip(count(3), count(4))), list(map(lambda x: x * x, count(4))), max(count(4), key=lambda x: -x)))
tell(lambda: (list(enumerate(enumerate(count(2)))), list(zip(map(lambda x: x, count(2)), filter(None, count(3))))))
tell(lambda: (max(count(0), default="none"), list(iter(lambda it=iter([1, 2, 3]): next(it), 3)), iter([1]).__length_hint__()))
it = iter([1, 2, 3])
tell(lambda: (next(it), list(it), list(it), next(it, "exhausted")))
tell(lambda: (list(zip([1, 2], "ab")), list(map(pow, [2, 3], [3, 2])), list(reversed("abc")), list(reversed({"a": 1, "b": 2}))))
for wrong in (lambda: iter(5), lambda: next([]), lambda: list(zip([1], [1, 2], strict=True)), lambda: map(len), lambda: reversed({1})):
    tell(wrong)


class Refused:
    __iter__ = None
    __contains__ = None


class NoIterator:
    def __iter__(self):
        return 5


tell(lambda: iter(Refused()))
tell(lambda: 1 in Refused())
tell(lambda: list(NoIterator()))
