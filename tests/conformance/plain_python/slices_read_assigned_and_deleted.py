# Slicing lists, strings and tuples with every sign of step; assignment and deletion through slices.
s = "0123456789"
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[::-1], s[8:2:-2], s[-1:-4:-1])
print(repr(s[5:2]), s[100:], s[-100:2], s[:100:5], s[::-4], (1, 2, 3)[:2], [1, 2][:], b"abc"[1:])
n = list(range(10))
n[2:5] = ["a", "b"]
print(n)
n[0:0] = [-2, -1]
print(n)
n[-1:] = []
print(n)
n[1:3] = "xyz"
print(n)
n[::2] = [0] * len(n[::2])
print(n)
del n[1:4]
print(n)
del n[::3]
print(n)
n[:] = []
print(n)
m = [1, 2, 3]
m[1:1] = m
print(m)
m[len(m):] = (9, 9)
m[2:3], m[0] = [], "zero"
print(m)
m *= 2
m += "ab"
del m[-2:], m[0]
print(m)
sl = slice(1, None, 2)
print(sl, s[sl], sl.start, sl.stop, sl.step, sl.indices(5), slice(3) == slice(None, 3, None))
row = [[0] * 3] * 2
row[0][0] = 1
print(row, [[0] * 3 for _ in range(2)])
copy = row[:]
copy.append("x")
copy[0][1] = 2
print(row)
for bad in (
    lambda: s[::0],
    lambda: m.__setitem__(slice(None, None, 2), [1]),
    lambda: m.__setitem__(slice(0, 1), 5),
    lambda: m[10],
    lambda: m.__setitem__(10, 0),
    lambda: s["a":],
    lambda: (1, 2)[5],
    lambda: s["b"],
    lambda: m["a":],
    lambda: [].pop(),
    lambda: {}[1:2],
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
try:
    del t[0]
except TypeError as e:
    print(e)
