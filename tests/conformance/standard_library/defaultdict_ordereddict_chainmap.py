# defaultdict with its factory, OrderedDict's moves, ChainMap's layers, UserDict-like subclasses.
from collections import ChainMap, OrderedDict, defaultdict

groups = defaultdict(list)
for name in ("ann", "bob", "alice", "ben"):
    groups[name[0]].append(name)
print(groups, dict(groups), groups["x"], list(groups), groups.get("q"), "q" in groups)
counts = defaultdict(int)
for ch in "hello":
    counts[ch] += 1
print(counts, counts.default_factory, sorted(counts.items()))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t["a"]), defaultdict(lambda: "?")["k"], defaultdict(None, {"a": 1}))
try:
    defaultdict()["missing"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
od.move_to_end("c", last=False)
print(od, od.popitem(), od.popitem(last=False), od, list(reversed(OrderedDict(x=1, y=2))))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(), OrderedDict([("k", "v")]) | {"z": 1})


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            self.popitem(last=False)


cache = LRU(2)
cache["a"], cache["b"] = 1, 2
cache["a"]
cache["c"] = 3
print(list(cache.items()), "b" in cache)

defaults, user = {"colour": "red", "size": 10}, {"size": 12}
settings = ChainMap(user, defaults)
print(settings["size"], settings["colour"], settings, dict(settings), len(settings), list(settings))
settings["colour"] = "blue"
child = settings.new_child({"size": 99})
print(user, defaults, child["size"], child.parents["size"], child.maps[0])
for bad in (lambda: settings["nope"], lambda: od.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: child.pop("colour")):
    try:
        bad()
    except KeyError as e:
        print("KeyError", e)
