# append to sort: what each returns, what it changes, equality, nesting and its error messages.
a = [3, 1, 2]
print(a.append(4), a, a.extend("xy"), a, a.insert(0, "first"), a, a.insert(-1, "before last"), a.insert(100, "end"), a)
print(a.pop(), a.pop(0), a.pop(-2), a, a.remove("x"), a.index(1), a.index(4, 2), a.count(3), a.clear(), a)
n = [5, 3, 9, 1]
print(n.sort(), n, n.sort(reverse=True), n, n.reverse(), n, sorted(n, key=lambda x: -x), n[:], n.copy() == n, n.copy() is n)
print([1, 2] + [3], [0] * 3, 2 * ["a"], [1, [2, 3]] == [1, [2, 3]], [1, 2] < [1, 3], [] < [0], [2] > [1, 99], 3 in [1, 2, 3], [] in [[]], [1] is [1])
alias = n
n += [7]
print(alias is n, alias)
n = n + [8]
print(alias is n, alias, n)
alias *= 2
print(alias)
nested = [[0] * 2] * 2
nested[0].append(1)
print(nested, [[]] * 2, list(range(3)), list("ab"), list({"k": 1}), list({}.items()), list(zip("ab", [1, 2])), [None] * 2)
n[1:1] = [100, 200]
n[0], n[-1] = n[-1], n[0]
print(n, max(n), min(n), sum(n), len(n), any(n), all(n), n[::-1][:2])
people = [("Bo", 30), ("Al", 25), ("Cy", 30)]
people.sort(key=lambda p: p[1])
print(people, sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, reverse=True))
print(sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a"], key=str.lower), sorted([3, 1.5, True]), sorted({"b": 1, "a": 2}), sorted("hello world".split(), key=len))
for bad in (
    lambda: a.pop(),
    lambda: n.pop(99),
    lambda: n.remove("zz"),
    lambda: n.index("zz"),
    lambda: [1, "a"].sort(),
    lambda: sorted([1, None]),
    lambda: [] + (1,),
    lambda: [1] + 2,
    lambda: [1] * "2",
    lambda: [1] < [None],
    lambda: [].index(1),
    lambda: n["0"],
    lambda: n.append(1, 2),
    lambda: n.extend(5),
    lambda: n.insert(0),
    lambda: list(5),
    lambda: n.sort(lambda x: x),
    lambda: max([]),
    lambda: sum(["a", "b"]),
    lambda: n.push(1),
    lambda: {n: 1},
    lambda: min(1),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
