"""Writes data/elementary.txt: elementary functions, rounded correctly.

The values are computed with 100 digits and rounded once, so that they do not
depend on any C library. A line is: function, argument(s) and result, the
numbers as float.hex. Usage: python3.13 record_elementary.py
"""

import os
import random
from decimal import Decimal, getcontext

getcontext().prec = 100
ONE = Decimal(1)


def series(first, ratio):
    """The sum of terms, each the one before times ratio(n)."""
    total = term = first
    n = 0
    while term and abs(term) > abs(total) * Decimal("1e-98"):
        n += 1
        term *= ratio(n)
        total += term
    return total


def arctan(x):
    if abs(x) > Decimal("0.1"):
        # Halving the angle until the series is short.
        return 2 * arctan(x / (1 + (1 + x * x).sqrt()))
    square, total, power, n = x * x, x, x, 1
    while abs(power) > Decimal("1e-110"):
        power *= -square
        n += 2
        total += power / n
    return total


PI = 4 * arctan(ONE)


def sin(x):
    x = x % (2 * PI)
    return series(x, lambda n: -x * x / (2 * n * (2 * n + 1)))


def cos(x):
    x = x % (2 * PI)
    return series(ONE, lambda n: -x * x / ((2 * n - 1) * 2 * n))


def asin(x):
    return PI / 2 * x if abs(x) == 1 else arctan(x / (1 - x * x).sqrt())


def erf(x):
    return 2 / PI.sqrt() * (-x * x).exp() * series(x, lambda n: 2 * x * x / (2 * n + 1))


def ln(x):
    return x.ln()


FUNCTIONS = {
    "exp": (Decimal.exp, (-700, 700)),
    "exp2": (lambda x: (x * Decimal(2).ln()).exp(), (-1000, 1000)),
    "exp_m1": (lambda x: x.exp() - 1, (-30, 30)),
    "ln": (ln, (1e-6, 1e6)),
    "log2": (lambda x: x.ln() / Decimal(2).ln(), (1e-6, 1e6)),
    "ln_1p": (lambda x: (1 + x).ln(), (-0.999, 10)),
    "sin": (sin, (-100, 100)),
    "cos": (cos, (-100, 100)),
    "tan": (lambda x: sin(x) / cos(x), (-100, 100)),
    "asin": (asin, (-1, 1)),
    "acos": (lambda x: PI / 2 - asin(x), (-1, 1)),
    "atan": (arctan, (-100, 100)),
    "sinh": (lambda x: (x.exp() - (-x).exp()) / 2, (-30, 30)),
    "cosh": (lambda x: (x.exp() + (-x).exp()) / 2, (-30, 30)),
    "tanh": (lambda x: 1 - 2 / ((2 * x).exp() + 1), (-20, 20)),
    "asinh": (lambda x: (x + (x * x + 1).sqrt()).ln(), (0.01, 100)),
    "acosh": (lambda x: (x + (x * x - 1).sqrt()).ln(), (1, 100)),
    "atanh": (lambda x: ((1 + x) / (1 - x)).ln() / 2, (-1, 1)),
    "cbrt": (lambda x: (x.ln() / 3).exp(), (1e-6, 1e6)),
    "erf": (erf, (0.01, 5)),
    "erfc": (lambda x: 1 - erf(x), (0.01, 10)),
}
TWO_ARGUMENTS = {
    "pow": (lambda x, y: (x.ln() * y).exp(), (0.001, 100), (-20, 20)),
    "hypot": (lambda x, y: (x * x + y * y).sqrt(), (0.001, 100), (0.001, 100)),
    "atan2": (lambda y, x: arctan(y / x), (-100, 100), (0.001, 100)),
}


def arguments(choose, low, high):
    """Round numbers of the range, and others."""
    yield from (float(n) for n in range(-12, 13) if low < n < high)
    yield from (n / 8 for n in range(-8, 9) if low < n / 8 < high and n)
    for _ in range(40):
        yield choose.uniform(low, high)


def main():
    choose = random.Random(20250101)
    lines = []
    for name, (function, (low, high)) in FUNCTIONS.items():
        for x in arguments(choose, low, high):
            if x:
                lines.append(f"{name} {x.hex()} {float(function(Decimal(x))).hex()}")
    for name, (function, first, second) in TWO_ARGUMENTS.items():
        for x in arguments(choose, *first):
            y = choose.uniform(*second)
            result = float(function(Decimal(x), Decimal(y)))
            lines.append(f"{name} {x.hex()} {y.hex()} {result.hex()}")
    for x in (1e6, 1e15, 1e22, 1e100, 123456789.125):
        getcontext().prec = 250
        global PI
        PI = 4 * arctan_with_digits()
        lines.append(f"sin {x.hex()} {float(sin(Decimal(x))).hex()}")
        lines.append(f"cos {x.hex()} {float(cos(Decimal(x))).hex()}")
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "elementary.txt")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


def arctan_with_digits():
    """π/4 by Machin's formula, with the context's digits."""
    def inverse(n):
        x = ONE / n
        total, power, k = x, x, 1
        while abs(power) > Decimal(10) ** -getcontext().prec:
            power /= -n * n
            k += 2
            total += power / k
        return total
    return 4 * inverse(5) - inverse(239)


if __name__ == "__main__":
    main()
