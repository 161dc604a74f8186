# Primes, perfect numbers, Pascal's triangle, matrices, Fraction-like class, Newton, Monte Carlo.
import math
import random


def primes(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0:2] = [False, False]
    for p in range(2, math.isqrt(limit) + 1):
        if is_prime[p]:
            is_prime[p * p :: p] = [False] * len(range(p * p, limit + 1, p))
    return [i for i, flag in enumerate(is_prime) if flag]


def factors(n):
    p = 2
    while n > 1:
        while n % p == 0:
            yield p
            n //= p
        p += 1 if p == 2 else 2


class Rational:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Rational({n}, 0)")
        g = math.gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    def __add__(self, o):
        return Rational(self.n * o.d + o.n * self.d, self.d * o.d)

    def __mul__(self, o):
        return Rational(self.n * o.n, self.d * o.d)

    def __truediv__(self, o):
        return Rational(self.n * o.d, self.d * o.n)

    def __eq__(self, o):
        return (self.n, self.d) == (o.n, o.d)

    def __str__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)


def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j in range(len(m)))


def power(m, n):
    result = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1:
            result = matmul(result, m)
        m, n = matmul(m, m), n >> 1
    return result


print(primes(60), len(primes(10_000)), list(factors(360)), list(factors(9999991)))
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
row = [1]
for _ in range(6):
    print(" ".join(f"{x:^3}" for x in row).center(28).rstrip())
    row = [a + b for a, b in zip([0] + row, row + [0])]
print(Rational(1, 2) + Rational(1, 3), Rational(2, -4), Rational(3, 4) / Rational(3, 8), sum((Rational(1, 2**i) for i in range(1, 6)), Rational(0)))
print(power([[1, 1], [1, 0]], 90)[0][1], determinant([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), matmul([[1, 2]], [[3], [4]]))
x = 1.0
while abs(x * x - 2) > 1e-12:
    x = (x + 2 / x) / 2
random.seed(42)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(10_000))
print(f"{x:.12f} {4 * inside / 10_000} {math.pi:.5f} {sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4:.6f}")
