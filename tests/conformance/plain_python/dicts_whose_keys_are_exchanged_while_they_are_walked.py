# Keys that are exchanged while a dict is walked: what the walk sees depends on when the table is made anew.


def walk(title, d, exchange):
    seen = []
    try:
        for key in d:
            seen.append(key)
            exchange(d, key)
    except RuntimeError as error:
        print(title, seen, list(d), error)
    else:
        print(title, seen, list(d))


def to_the_end(d, key):
    del d[key]
    d[key + key] = None


def the_last_one(d, key):
    last, _ = d.popitem()
    d[last + last] = key


def two_others(d, key):
    others = [other for other in d if other != key][-2:]
    for other in others:
        del d[other]
    for other in others:
        d[other + other] = None


for exchange in (to_the_end, the_last_one, two_others):
    print(exchange.__name__)
    walk("one", dict.fromkeys([1]), exchange)
    walk("three", dict.fromkeys([1, 10, 20]), exchange)
    walk("five", dict.fromkeys(range(1, 50, 10)), exchange)
    walk("eleven", dict.fromkeys(range(1, 1100, 100)), exchange)
    walk("texts", dict.fromkeys("abcd"), exchange)
    walk("literal", {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7}, exchange)

numbers = {n: n * n for n in range(6)}
for key in list(numbers)[:3]:
    del numbers[key]
walk("gaps", numbers, to_the_end)

for kept in (1, 4, 5, 6, 8):
    old = dict.fromkeys(range(1, 9))
    for key in range(1, 9 - kept):
        del old[key]
    for title, new in [("copy", old.copy()), ("dict", dict(old)), ("or", old | {}), ("display", {**old})]:
        walk(f"{kept} {title}", new, to_the_end)

emptied = dict.fromkeys(range(1000))
for key in range(1000):
    del emptied[key]
print(5 in emptied, len(emptied), list(emptied), next(iter(emptied), "nothing"))
emptied[7] = 7
print(emptied, 7 in emptied, 8 in emptied, list(reversed(emptied)))
