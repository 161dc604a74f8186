# collections.deque: both ends, maxlen, rotate, slicing is refused, changes while iterating.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend([5, 6])
d.extendleft(["b", "a"])
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d.count(2), d.index(3), 3 in d, list(reversed(d))[:2], sorted(deque([3, 1])), d.maxlen)
d.insert(1, "in")
d.remove("b")
d[0] = "first"
del d[-1]
print(d, d.copy() == d, deque("abc") + deque("d"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]))
last = deque(maxlen=3)
for i in range(6):
    last.append(i)
print(last, last.maxlen, repr(deque(maxlen=2)), deque(range(5), 2))
last.appendleft("x")
print(last)
d.reverse()
d.clear()
print(d, bool(d))


def moving_average(numbers, n=3):
    window, total = deque(), 0
    for x in numbers:
        window.append(x)
        total += x
        if len(window) > n:
            total -= window.popleft()
        if len(window) == n:
            yield total / n


print(list(moving_average([40, 30, 50, 46, 39, 44])))
players, eliminated = deque("ABCDEFG"), []
while len(players) > 1:
    players.rotate(-2)
    eliminated.append(players.popleft())
print("".join(eliminated), players)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[0], lambda: deque("abc")[1:], lambda: deque([1]).remove(9), lambda: deque("ab").index("z"), lambda: deque(5), lambda: deque([1], -1), lambda: last.insert(0, 1), lambda: [last.append(1) for _ in last], lambda: hash(d), lambda: deque([1]) + [2]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
