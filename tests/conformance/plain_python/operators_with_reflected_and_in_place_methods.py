# Arithmetic special methods, NotImplemented, reflected and in-place forms.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return Money(self.cents - (other.cents if isinstance(other, Money) else other))

    def __rsub__(self, other):
        return Money(other - self.cents)

    def __mul__(self, n):
        return Money(self.cents * n)

    def __imul__(self, n):
        print("in place")
        self.cents *= n
        return self

    def __neg__(self):
        return Money(-self.cents)

    def __abs__(self):
        return Money(abs(self.cents))

    def __divmod__(self, n):
        q, r = divmod(self.cents, n)
        return Money(q), Money(r)

    def __matmul__(self, rate):
        return f"{self.cents} @ {rate}"

    def __round__(self, digits=None):
        return ("round", self.cents, digits)


a, b = Money(250), Money(99)
print(a + b, a + 1, 1 + a, a - b, 1000 - a, -a, abs(-b))
print(sum([a, b]), divmod(a, 100), a @ 0.5, round(a), round(a, 2))
same = a
a *= 2
print(same is a, a)
a += b
print(same is a, a, same)
for bad in (lambda: a + 1.5, lambda: 1.5 + a, lambda: 3 * a, lambda: a / 2, lambda: +a, lambda: a**2, lambda: ~a):
    try:
        bad()
    except TypeError as e:
        print(e)


class Always:
    def __radd__(self, other):
        return f"radd({other!r})"


class Sub(int):
    def __radd__(self, other):
        return "subclass first"


print([1] + Always(), "x" + Always(), 1 + Sub(2), Sub(1) + 2)
