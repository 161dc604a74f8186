# product, permutations, combinations with and without replacement, on small puzzles.
from itertools import chain, combinations, combinations_with_replacement, permutations, product

print(["".join(p) for p in permutations("abc")], list(permutations(range(3), 2)), list(permutations([], 0)), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations_with_replacement("ab", 2)), len(list(combinations(range(10), 4))))
print(list(product("ab", [1, 2])), ["".join(map(str, bits)) for bits in product([0, 1], repeat=3)], list(product()), list(product("ab", [])), list(product("a", repeat=0)))


def powerset(items):
    items = list(items)
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


print(list(powerset("xyz")))
for e, n, d, y in permutations((2, 5, 6, 7), 4):
    send, more, money = int(f"9{e}{n}{d}"), int(f"108{e}"), int(f"10{n}{e}{y}")
    if send + more == money:
        print(send, "+", more, "=", money)
cities = {"A": (0, 0), "B": (3, 4), "C": (6, 0), "D": (3, -4)}
distance = lambda a, b: ((cities[a][0] - cities[b][0]) ** 2 + (cities[a][1] - cities[b][1]) ** 2) ** 0.5
tours = [("A", *rest, "A") for rest in permutations("BCD")]
best = min(tours, key=lambda t: sum(distance(a, b) for a, b in zip(t, t[1:])))
print("".join(best), sum(distance(a, b) for a, b in zip(best, best[1:])))
dice = [sum(roll) for roll in product(range(1, 7), repeat=2)]
for total in range(2, 13):
    print(f"{total:2}: {dice.count(total) / len(dice):6.2%} {'=' * dice.count(total)}")
print([(a, b, c) for a, b, c in combinations(range(1, 21), 3) if a * a + b * b == c * c])
for bad in (lambda: combinations("abc"), lambda: permutations("abc", -1), lambda: product("a", repeat=-1), lambda: combinations(5, 2)):
    try:
        print(list(bad()))
    except Exception as e:
        print(type(e).__name__, e)
