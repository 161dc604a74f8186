# copy.copy and copy.deepcopy with hooks, cycles, shared parts, and copy.replace.
import copy
from collections import deque, namedtuple
from dataclasses import dataclass, field


@dataclass
class Team:
    name: str
    members: list = field(default_factory=list)


class Custom:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        print("__copy__")
        return Custom(self.x)

    def __deepcopy__(self, memo):
        print("__deepcopy__", len(memo) >= 0)
        return Custom(copy.deepcopy(self.x, memo))


class Child(dict):
    tag = "class attribute"


a = Team("A", [Team("B"), Team("C")])
shallow, deep = copy.copy(a), copy.deepcopy(a)
a.members[0].name = "changed"
a.members.append("new")
print(shallow, deep, sep="\n")
c = Custom([1, 2])
d, e = copy.copy(c), copy.deepcopy(c)
c.x.append(3)
print(d.x, e.x)
cycle = {"list": [1]}
cycle["self"] = cycle
other = copy.deepcopy(cycle)
print(other["self"] is other, other["list"] is cycle["list"], other)
shared = [0]
both = copy.deepcopy([shared, shared, (shared,)])
both[0].append(1)
print(both, shared)
child = Child(a=[1])
child.extra = {"n": 1}
twin = copy.deepcopy(child)
twin["a"].append(2)
twin.extra["n"] = 2
print(child, child.extra, twin, twin.extra, type(twin).__name__)
Point = namedtuple("Point", "x y")
p = Point([1], 2)
q = copy.deepcopy(p)
q.x.append(9)
print(p, q, copy.copy(deque([1, 2], maxlen=3)), copy.copy({1, 2}), copy.deepcopy(frozenset({1})), copy.copy(print) is print, copy.deepcopy(Team) is Team)
print(copy.replace(p, y=5), copy.replace(a, name="R").name)
t = (1, (2, 3))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(([],))[0] is ([],)[0], copy.copy(5), copy.deepcopy(None), copy.deepcopy({"k": (1, [2])}))
gen = (x for x in range(3))
for bad in (lambda: copy.copy(gen), lambda: copy.deepcopy(gen), lambda: copy.replace(5, x=1)):
    try:
        print(bad())
    except TypeError as err:
        print(err)
