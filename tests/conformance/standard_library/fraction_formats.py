# Fractions are formatted exactly, with every part of a format specifier.
import random
from fractions import Fraction

PLAIN = ["", ",", "_", ">12", "*^13", "<9", "+", " ", "-", "#", "#,", "=+10", "10"]
DECIMAL = [".2f", ",.3f", ".0f", "#.0f", "012,.2f", "z.1f", "e", ".3E", "g", "#.4g", ".1%", "_.6f", "+.2f"]
WRONG = ["010", "s", "d", "10.3", ",d", "<05.1f", ".f", "z", "x", "0"]
VALUES = [Fraction(10**6), Fraction(1, 3), Fraction(-22, 7), Fraction(0), Fraction(123456789, 1000), Fraction(-1, 300)]


def told(value, spec):
    try:
        return repr(format(value, spec))
    except ValueError as error:
        return f"ValueError: {error}"


for spec in PLAIN + DECIMAL + WRONG:
    print(repr(spec), *(told(value, spec) for value in VALUES))

random.seed(7)
for _ in range(60):
    numerator = random.randint(-10**12, 10**12)
    value = Fraction(numerator, random.choice([1, 2, 7, 8, 1000, 10**9 + 7]))
    precision, kind = random.randrange(14), random.choice("eEfFgG%")
    print(f"{value:.{precision}{kind}}", f"{value:030,.{precision}{kind}}")
