# Dicts keep insertion order; get, setdefault, pop, update, merge, views and their set operations.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), len(d), "a" in d, 2 in d, d.get("z"), d.get("z", 0), d.setdefault("a", 99), d.setdefault("new", []), d)
d["new"].append(1)
print(d.pop("new"), d.pop("nope", "default"), d.popitem(), d, d.update({"x": 1}, y=2), d.update([("z", 3)]), d)
print({"a": 1} | {"b": 2, "a": 3}, dict(a=1, b=2), dict([("k", "v")]), dict({"a": 1}, a=2), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(zip("xy", range(2))), {**d, "b": 0})
d |= {"w": 9}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
del d["a"]
d["later"] = None
print(keys, len(values), ("w", 9) in items, "w" in keys, 9 in values, list(reversed(d)), keys & {"w", "q"}, sorted(keys | {"q"}), sorted(keys - {"w"}), keys.isdisjoint({1}))
print({1: "a", 2: "b"} == {2: "b", 1: "a"}, {1: 0} == {1.0: 0}, {} == [], sorted(d.items(), key=lambda kv: str(kv[1])), max(d, key=len), min({"x": 3, "y": 1}.items(), key=lambda kv: kv[1]))
e = d.copy()
e["only in e"] = True
print("only in e" in d, e is d, list(e.items())[-1], d.clear(), d, bool(d))
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
print(counts, sorted(counts, key=counts.get, reverse=True), {v: k for k, v in counts.items()})
groups = {}
for w in ["apple", "bob", "cat", "alice", "bar"]:
    groups.setdefault(w[0], []).append(w)
print(groups, {(1, 2): "tuple key", None: 0, True: "t", 1: "replaces the value, not the key", frozenset({1}): "fs"})
print(*({"k": 1}.items()), [f"{k}={v}" for k, v in {"x": 1, "y": 2}.items()], {"a": {"b": {"c": 1}}}["a"]["b"], {i: i * i for i in range(3)})


class Squares(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = key * key
        return self[key]


q = Squares({1: "one"})
print(q[3], q[3], q[1], q.get(5), q, 5 in q)
for bad in (
    lambda: counts["zz"],
    lambda: counts.pop("zz"),
    lambda: {}.popitem(),
    lambda: {[]: 1},
    lambda: {{}: 1},
    lambda: dict([1]),
    lambda: dict([("a",)]),
    lambda: dict(5),
    lambda: {} | [],
    lambda: {} + {},
    lambda: counts.m,
    lambda: counts[[]],
    lambda: {} < {},
    lambda: dict.fromkeys(5),
    lambda: counts.get([]),
    lambda: {}.update(5),
    lambda: dict("ab", x=1),
    lambda: counts.keys()[0],
):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, err)
