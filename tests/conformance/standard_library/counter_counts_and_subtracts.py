# collections.Counter: most_common, arithmetic, elements, update, total, missing keys.
from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["zz"], "zz" in c, c.most_common(2), c.most_common()[:-3:-1], c.total(), len(c))
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()))
d = Counter({"a": 1, "b": 5})
print(c + d, c - d, c & d, c | d, +Counter(a=-1, b=2), -Counter(a=-1, b=2))
c.update("aaa")
c.subtract({"b": 10, "new": 1})
print(c, min(c.values()), {k for k, v in c.items() if v < 0} == {"b", "new"})
print(Counter([1, 2, 2, 3, 3, 3]).most_common(), Counter(), repr(Counter(x=1)), Counter(["b", "a", "b"]) == {"b": 2, "a": 1})
words = "the cat and the dog and the bird".split()
for word, n in Counter(words).most_common(3):
    print(f"{word:<5}{n:>3} {'*' * n}")
print(Counter(len(w) for w in words), Counter(a=3) <= Counter(a=4), Counter(a=1) == Counter(a=1, b=0), dict(Counter("aab")))
del c["b"]
del c["not there"]
print(c.pop("c"), c["a"], c.get("q"), c.copy() is c, isinstance(c, dict))
d["x"] += 1
print(d, sum(d.values()), sorted(d), Counter("hello world".replace(" ", "")).most_common(1)[0])
c += Counter("zz")
print(c["z"], max(c, key=c.get))
for bad in (lambda: Counter(5), lambda: Counter(a="x").total(), lambda: Counter.fromkeys("ab"), lambda: c + {"a": 1}):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
