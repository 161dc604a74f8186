"""Rational numbers."""

from math import gcd
from numbers import Rational

__all__ = ["Fraction"]


def _parse(text):
    """Numerator and denominator of '3', '-3/7', '1.25' or '1e-3'; None when it is none of them."""
    body = text.strip()
    sign = -1 if body.startswith("-") else 1
    body = body[1:] if body[:1] in ("+", "-") else body
    top, slash, bottom = body.partition("/")
    if slash:
        return (sign * int(top), int(bottom)) if _digits(top) and _digits(bottom) else None
    mantissa, e, exponent = body.lower().partition("e")
    whole, dot, part = mantissa.partition(".")
    if not (whole or part) or whole and not _digits(whole) or part and not _digits(part):
        return None
    if e and not _digits(exponent[1:] if exponent[:1] in ("+", "-") else exponent):
        return None
    shift = (int(exponent) if e else 0) - len(part.replace("_", ""))
    n = sign * int((whole + part).replace("_", ""))
    return (n * 10 ** shift, 1) if shift >= 0 else (n, 10 ** -shift)


def _digits(text):
    return bool(text) and text.isascii() and text.replace("_", "").isdigit() and text[0] != "_" and text[-1] != "_"


class Fraction(Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            n, d = _from_one(numerator)
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        return _made(n, d, cls)

    @classmethod
    def from_float(cls, f):
        return cls(f)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _made(p1, q1)
        return _made(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec or spec[-1] not in "eEfFgG%":
            return format(str(self), spec)
        return format(self._numerator / self._denominator, spec)

    def __add__(a, b):
        return _operate(a, b, lambda n, d, m, e: (n * e + m * d, d * e), lambda x, y: x + y)

    def __radd__(b, a):
        return _operate(b, a, lambda n, d, m, e: (n * e + m * d, d * e), lambda x, y: y + x)

    def __sub__(a, b):
        return _operate(a, b, lambda n, d, m, e: (n * e - m * d, d * e), lambda x, y: x - y)

    def __rsub__(b, a):
        return _operate(b, a, lambda n, d, m, e: (m * d - n * e, d * e), lambda x, y: y - x)

    def __mul__(a, b):
        return _operate(a, b, lambda n, d, m, e: (n * m, d * e), lambda x, y: x * y)

    __rmul__ = __mul__

    def __truediv__(a, b):
        return _operate(a, b, lambda n, d, m, e: (n * e, d * m), lambda x, y: x / y)

    def __rtruediv__(b, a):
        return _operate(b, a, lambda n, d, m, e: (m * d, n * e), lambda x, y: y / x)

    def __floordiv__(a, b):
        return _operate(a, b, lambda n, d, m, e: n * e // (d * m), lambda x, y: x // y)

    def __rfloordiv__(b, a):
        return _operate(b, a, lambda n, d, m, e: m * d // (n * e), lambda x, y: y // x)

    def __mod__(a, b):
        return _operate(a, b, lambda n, d, m, e: (n * e % (m * d), d * e), lambda x, y: x % y)

    def __rmod__(b, a):
        return _operate(b, a, lambda n, d, m, e: (m * d % (n * e), d * e), lambda x, y: y % x)

    def __divmod__(a, b):
        return a // b, a % b

    def __rdivmod__(b, a):
        return a // b, a % b

    def __pow__(a, b):
        if not isinstance(b, Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        n, d, power = a._numerator, a._denominator, b.numerator
        if power >= 0:
            return _made(n ** power, d ** power)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
        return _made(d ** -power, n ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** float(b)

    def __pos__(a):
        return _made(a._numerator, a._denominator)

    def __neg__(a):
        return _made(-a._numerator, a._denominator)

    def __abs__(a):
        return _made(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __float__(a):
        return a._numerator / a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            up = twice > self._denominator or twice == self._denominator and floor % 2
            return floor + 1 if up else floor
        shift = 10 ** abs(ndigits)
        return _made(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            result = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        except ValueError:
            result = 314159
        return -2 if self._numerator < 0 and result == 1 else result if self._numerator >= 0 else -result

    def __eq__(a, b):
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return b - b == 0 and a == Fraction(b)
        return NotImplemented

    def __lt__(a, b):
        return _compare(a, b, lambda x, y: x < y)

    def __le__(a, b):
        return _compare(a, b, lambda x, y: x <= y)

    def __gt__(a, b):
        return _compare(a, b, lambda x, y: x > y)

    def __ge__(a, b):
        return _compare(a, b, lambda x, y: x >= y)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _made(n, d, cls=Fraction):
    common = gcd(n, d)
    if d < 0:
        common = -common
    self = object.__new__(cls)
    self._numerator = n // common
    self._denominator = d // common
    return self


def _from_one(value):
    if isinstance(value, Rational):
        return value.numerator, value.denominator
    if hasattr(value, "as_integer_ratio"):
        return value.as_integer_ratio()
    if isinstance(value, str):
        parsed = _parse(value)
        if parsed is None:
            raise ValueError(f"Invalid literal for Fraction: {value!r}")
        return parsed
    raise TypeError("argument should be a string or a Rational instance")


def _operate(a, b, exact, general):
    if isinstance(b, Rational):
        answer = exact(a._numerator, a._denominator, b.numerator, b.denominator)
        if isinstance(answer, int):
            return answer
        n, d = answer
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        return _made(n, d)
    return general(float(a), b) if isinstance(b, (float, complex)) else NotImplemented


def _compare(a, b, operation):
    if isinstance(b, Rational):
        return operation(a._numerator * b.denominator, a._denominator * b.numerator)
    if isinstance(b, float):
        return operation(0.0, b) if b - b != 0 else operation(a, Fraction(b))
    return NotImplemented
