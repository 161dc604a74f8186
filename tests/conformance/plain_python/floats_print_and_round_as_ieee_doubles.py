# repr of floats is the shortest that reads back; rounding, special values, float methods.
for v in (0.1, 0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789.123456789, 1e-4, 0.00001, 1.0, -0.0, 5e-324, 2.0**0.5, 1e22, 1e23, 9007199254740993.0, 100 / 3, 1e100, 4.35 * 100, 1.1 * 3, 0.7 + 0.1, 3.0e10):
    print(v, end=" ")
print()
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, -inf < -1e308, nan != nan, 1e308 * 10, -1e308 * 10, min(nan, 1), max(1, nan), 0.0 == -0.0)
print([round(v) for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999)], round(2.675, 2), round(1.25, 1), round(-2.5), round(1234.5678, -2), round(5.0), round(5.5, 0), round(1e300, 2))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2.0**10, 2**0.5, 10.0 / 4, 6 / 3, 1e3 // 1, 0.3 % 0.1, -1e-20 % 1.0)
print((0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (255.5).hex(), float.fromhex("0x1.8p3"), (1e16).hex(), abs(-2.5), int(1e20), (3.7).__trunc__())
print(float("1e3"), float(" 2.5 "), float("-.5"), float("5."), float("1_0.5"), float("Infinity"), float("-nan"), float("1e400"), float("1e-400"), float(), float(True))
print(sum([0.1] * 10), sum([0.1] * 10) == 1.0, sum([1e16, 1.0, -1e16]), 0.1 + 0.1 + 0.1, sum([1, 2.5, True]), sum([0.1, 0.2, 0.3], 0.0))
total = 0.0
for _ in range(10):
    total += 0.1
print(total, total == 1.0, abs(total - 1.0) < 1e-9, 1.1 + 2.2 == 3.3, 0.1 * 3, 1e16 + 1, 1.5e3, 1.0e-10, 12e5)
print(hash(0.5), hash(2.0), hash(inf), {0.5: "half", 1: "one"}[1.0], 3.0 == 3, type(3 // 1.0), type(3 * 1), type(4 / 2), isinstance(1, float))
print(str(1.0), repr(1e0), f"{1.0}", [1.0, 2.50], (1.10,), {1.0: 0.50})
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0**-1, lambda: float("x"), lambda: float(""), lambda: float(None), lambda: round(inf), lambda: round(nan), lambda: 10.0**400, lambda: round("x"), lambda: int("1e3"), lambda: inf.as_integer_ratio(), lambda: 1.5 << 1, lambda: "%d" % inf, lambda: float("1,5")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
