# str.format with positions, names, attributes, items, conversions, nested fields and errors.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.tags = {"kind": "corner"}


p = Point(3, 4.5)
print("{} {} {}".format(1, "two", 3.0), "{0}{1}{0}".format("ab", "ra"), "{a}-{b}-{a}".format(a=1, b=2))
print("{0.x} {0.y:.2f} {0.tags[kind]} {p.x:>5} {l[1]} {d[key with space]}".format(p, p=p, l=[7, 8], d={"key with space": "v"}))
print("{:>8}|{:<8}|{:^8}|{:*^8}|{:08.3f}|{:+d}|{:,}|{:x}|{:#b}|{:.1%}".format("a", "b", "c", "d", 3.14159, 5, 10**7, 255, 5, 0.256))
print("{0!r} {0!s} {0!a} {1!r:>6}".format("é", "x"))
print("{:{}}|{:{w}.{p}f}|".format("x", 4, 2.5, w=8, p=3))
print("{{}} {{{}}} {}".format("in", "out"), "{}".format("{not a field}"), "".format(1, 2), "{0[0]}{0[2]}".format("xyz"))
print("{:d} {:s} {:c} {!s:.2}".format(True, "text", 97, [1, 2]))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}?>"


print("{name} and {other}".format_map(Default(name="Ann")), "{a.real}".format(a=5), "{0.__class__.__name__}".format([]))
data = {"first": "Ada", "born": 1815}
print("{first} born {born}".format(**data), "{data[first]:_>6}".format(data=data), "Table: {0[x]:d}; {0[y]:d}".format({"x": 1, "y": 2}))
for attempt in (
    lambda: "{} {}".format(1),
    lambda: "{0} {}".format(1, 2),
    lambda: "{} {0}".format(1, 2),
    lambda: "{name}".format(),
    lambda: "{0[5]}".format([1]),
    lambda: "{0[k]}".format({}),
    lambda: "{0.nothing}".format(5),
    lambda: "{".format(),
    lambda: "}".format(),
    lambda: "{0!x}".format(1),
    lambda: "{:d}".format("x"),
    lambda: "{0".format(1),
    lambda: "{:>5}".format(None),
    lambda: "{0[a]}".format([1]),
    lambda: "{a}".format_map(5),
):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
print(format(255, "x"), format("s", "^5"), format(2.0), format(None), format(1234.5, ",.1f"))
