# math: rounding, roots, logs, trigonometry, combinatorics, special values, exact sums and errors.
import math

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan, math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.floor(1e20), math.ceil(2), round(2.5))
print(math.sqrt(2), math.cbrt(27), math.isqrt(10**20), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.pow(2, 0.5), math.exp(1), math.expm1(1e-10), math.exp2(3))
print(math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.log(10**400), math.log10(10**50))
print(math.sin(math.pi / 6), math.cos(math.pi), math.tan(math.pi / 4), math.asin(1), math.acos(0), math.atan(1), math.atan2(-1, -1), math.degrees(math.pi), math.radians(180), math.sinh(1), math.cosh(0), math.tanh(0.5), math.asinh(1))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.prod([1, 2, 3, 4]), math.prod([]), math.comb(3, 5), math.gcd(-4, 6))
print(math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4), math.modf(-3.25), math.frexp(8), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.fabs(-2), math.ulp(1.0), math.nextafter(1.0, 2.0), math.fma(2, 3, 4))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.1), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.erf(0.5), math.gamma(5), math.lgamma(10))


class Price:
    def __ceil__(self):
        return 5

    def __float__(self):
        return 4.5

    def __trunc__(self):
        return 4


print(math.ceil(Price()), math.sqrt(Price()), math.trunc(Price()), math.floor(Price()))
for bad in (
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.log(-1),
    lambda: math.log(10, 1),
    lambda: math.acos(2),
    lambda: math.factorial(-1),
    lambda: math.factorial(2.5),
    lambda: math.exp(1000),
    lambda: math.pow(10, 400),
    lambda: math.floor(math.inf),
    lambda: math.ceil(math.nan),
    lambda: math.gcd(1.5, 2),
    lambda: math.comb(-1, 2),
    lambda: math.isqrt(-1),
    lambda: math.sqrt("4"),
    lambda: math.fmod(1, 0),
    lambda: math.dist((1,), (1, 2)),
    lambda: math.sin(math.inf),
    lambda: math.sqrt(),
    lambda: math.hypot("a"),
    lambda: math.pow(0, -1),
    lambda: math.isclose(1, 1, rel_tol=-1),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
