# Big integers: powers, factorials, division with signs, bits, conversions and their limits.
from math import factorial, gcd, isqrt

print(2**100, -(2**64), 10**30 // 7, 10**30 % 7, -(10**30) // 7, -(10**30) % 7, (3**50) % (10**9 + 7))
print(factorial(30), len(str(factorial(200))), str(2**1000)[:20], sum(int(d) for d in str(2**1000)))
print(divmod(10**20, -3), divmod(-(10**20), 3), 10**20 / 3, 2**70 / 2**69, 7 // -2, -7 // 2, -7 % 3, 7 % -3, -0)
print(pow(3, 200, 13), pow(2, -1, 7), pow(7, 0), 0**0, (-2) ** 3, 2**-2)
a, b = 123456789012345678901234567890, 987654321098765432109876543210
print(a * b, a - b, b // a, b % a, gcd(a, b), isqrt(a), a ^ b, a & b, a | 1 << 100, ~a, a >> 70, -a >> 70, a << 20)
print((255).bit_length(), (2**100).bit_length(), (0).bit_length(), (-256).bit_length(), (0b1011).bit_count(), hex(2**14), bin(-10), oct(64))
print(int("ff", 16), int("0b101", 0), int("0x1F", 0), int(" -42 "), int("1_000"), int("z", 36), int(3.99), int(-3.99), int("٣"), int(True))
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True))
print(0xFF, 0o17, 0b11, 1_000_000, int(), (5).real, (5).numerator, (-5).__abs__(), (7).conjugate(), 5 .as_integer_ratio())
print(1e3 == 1000, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, float(10**22), float(2**63), round(12345, -2), round(15, -1), round(25, -1))
x = 1
for _ in range(5):
    x = x * x + 1
print(x, hash(2**61 - 1), hash(2**61), hash(-1), hash(10**20), is_odd := x & 1)
for bad in (
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1 / 0,
    lambda: 0**-1,
    lambda: 1 << -1,
    lambda: int("x"),
    lambda: int("1.5"),
    lambda: int(""),
    lambda: int("9", 8),
    lambda: int(None),
    lambda: int([]),
    lambda: float(10**400),
    lambda: 10**400 / 3,
    lambda: (300).to_bytes(1, "big"),
    lambda: int("1", 99),
    lambda: int(float("inf")),
    lambda: int(float("nan")),
    lambda: pow(2, -1, 4),
    lambda: 5 + "5",
    lambda: 5 & 1.0,
    lambda: divmod(5, 0),
    lambda: len(str(10**5000)),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
