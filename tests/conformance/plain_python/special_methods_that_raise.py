# Exceptions in __repr__, __eq__, __hash__, __lt__, __bool__, __len__, __iter__, __contains__ and __format__ come through.
class Broken:
    def __repr__(self):
        raise RuntimeError("repr failed")

    def __eq__(self, other):
        raise ValueError("eq failed")

    def __hash__(self):
        raise TypeError("hash failed")

    def __lt__(self, other):
        raise ArithmeticError("lt failed")

    def __bool__(self):
        raise LookupError("bool failed")

    def __len__(self):
        raise OSError("len failed")

    def __iter__(self):
        raise AttributeError("iter failed")

    def __format__(self, spec):
        raise NotImplementedError(f"format failed for {spec!r}")

    def __getattr__(self, name):
        raise KeyError(name)

    def __getitem__(self, i):
        raise EOFError("getitem failed")


class SlowHash:
    """Equal hashes force comparisons inside dicts."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print(f"compare {self.n} with {other.n}")
        if other.n == 3:
            raise ValueError("three cannot be compared")
        return self.n == other.n


b = Broken()
for attempt in (
    lambda: repr(b),
    lambda: str([b]),
    lambda: f"{b:>5}",
    lambda: f"{b!r}",
    lambda: b == 1,
    lambda: b in [1],
    lambda: [1, b].index(b),
    lambda: {b: 1},
    lambda: {b},
    lambda: sorted([b, b]),
    lambda: max(1, b),
    lambda: "yes" if b else "no",
    lambda: any([b]),
    lambda: len(b),
    lambda: list(b),
    lambda: b.nothing,
    lambda: hasattr(b, "nothing"),
    lambda: getattr(b, "nothing", "default"),
    lambda: b[0],
    lambda: print(b),
    lambda: "%s" % b,
    lambda: (1, b) == (1, 2),
    lambda: list({SlowHash(1): "a", SlowHash(2): "b", SlowHash(1): "c"}.values()),
    lambda: {SlowHash(1): "a", SlowHash(2): "b", SlowHash(3): "c"},
):
    try:
        print("fine", attempt())
    except Exception as e:
        print(type(e).__name__, e)
