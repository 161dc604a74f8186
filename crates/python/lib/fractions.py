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
        wanted = _read_spec(spec)
        if wanted is None or wanted.zeros and wanted.align:
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        if not wanted.kind:
            n, d, mark = abs(self._numerator), self._denominator, wanted.mark
            body = f"{n:{mark}}/{d:{mark}}" if d > 1 or wanted.alternate else f"{n:{mark}}"
            return wanted.padded(self._numerator < 0, body)
        is_negative, digits, rest = _decimal(self._numerator, self._denominator, wanted)
        if wanted.zeros:
            room = wanted.width - len(rest) - len(wanted.sign_of(is_negative))
            digits = digits.zfill(3 * room // 4 + 1 if wanted.mark else room)
        if wanted.mark:
            first = (len(digits) - 1) % 3 + 1
            groups = [digits[:first]] + [digits[at:at + 3] for at in range(first, len(digits), 3)]
            digits = wanted.mark.join(groups)
        return wanted.padded(is_negative, digits + rest)

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


class _Spec:
    """What a format specifier asks for."""

    __slots__ = ("fill", "align", "sign", "positive_zero", "alternate", "zeros", "width", "mark", "precision", "kind")

    def sign_of(self, is_negative):
        return "-" if is_negative else self.sign

    def padded(self, is_negative, body):
        sign = self.sign_of(is_negative)
        room = max(self.width - len(sign) - len(body), 0)
        if self.align == "=":
            return sign + self.fill * room + body
        before = {"<": 0, "^": room // 2}.get(self.align, room)
        return self.fill * before + sign + body + self.fill * (room - before)


def _read_spec(text):
    """The parts of `[[fill]align][sign][z][#][0][width][,][.precision][kind]`; None where it is anything else."""
    spec, at, end = _Spec(), 0, len(text)

    def taken(characters):
        nonlocal at
        if at < end and text[at] in characters:
            at += 1
            return text[at - 1]
        return ""

    def number():
        nonlocal at
        start = at
        while at < end and "0" <= text[at] <= "9":
            at += 1
        return text[start:at]

    spec.fill = " "
    if end > 1 and text[1] in "<>=^":
        spec.fill, at = text[0], 1
    spec.align = taken("<>=^")
    sign = taken("-+ ")
    spec.sign = "" if sign == "-" else sign
    spec.kind = text[-1] if end > at and text[-1] in "eEfFgG%" else ""
    end -= len(spec.kind)
    spec.positive_zero = taken("z")
    spec.alternate = taken("#")
    width = number()
    spec.zeros = len(width) > 1 and width[0] == "0"
    spec.width = int(width or 0)
    spec.mark = taken(",_")
    point = taken(".")
    precision = number() if point else "6"
    if at < end or not precision or not spec.kind and (spec.positive_zero or spec.zeros or point):
        return None
    spec.precision = int(precision)
    return spec


def _decimal(n, d, spec):
    """Whether it is negative, the digits before the point, and all that comes after them."""
    is_general = spec.kind in "gG"
    if spec.kind in "fF%":
        exponent = -spec.precision - 2 * (spec.kind == "%")
        is_negative, significand = _rounded(n, d, exponent, spec.positive_zero)
        is_scientific, places = False, spec.precision
    else:
        figures = max(spec.precision, 1) if is_general else spec.precision + 1
        is_negative, significand, exponent = _with_figures(n, d, figures)
        is_scientific = not is_general or exponent > 0 or exponent + figures <= -4
        places = figures - 1 if is_scientific else -exponent
    digits = str(significand).zfill(places + 1)
    whole, part = digits[:len(digits) - places], digits[len(digits) - places:]
    if is_general and not spec.alternate:
        part = part.rstrip("0")
    point = "." if part or spec.alternate else ""
    end = "%" if spec.kind == "%" else ""
    if is_scientific:
        end = f"{'E' if spec.kind in 'EG' else 'e'}{exponent + places:+03d}"
    return is_negative, whole, point + part + end


def _rounded(n, d, exponent, is_zero_positive):
    """Whether it is negative, and how many times ten to this power it is: the nearest number, of two the even one."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    times, rest = divmod(abs(n), d)
    times += 2 * rest > d or 2 * rest == d and times % 2
    return n < 0 and not (is_zero_positive and times == 0), times


def _with_figures(n, d, figures):
    """Whether it is negative, its first digits rounded, and the power of ten that they count."""
    if n == 0:
        return False, 0, 1 - figures
    top, bottom = str(abs(n)), str(d)
    exponent = len(top) - len(bottom) + (bottom <= top) - figures
    is_negative, significand = _rounded(n, d, exponent, False)
    if len(str(significand)) > figures:
        significand //= 10
        exponent += 1
    return is_negative, significand, exponent
