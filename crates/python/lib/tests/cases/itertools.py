import itertools
import operator
from itertools import *


def attempt(f, *args, **kwds):
    try:
        r = f(*args, **kwds)
        print(r if isinstance(r, (list, tuple)) else list(r))
    except Exception as e:
        print(type(e).__name__, e)


def take(n, it): return [x for _, x in zip(range(n), it)]


print(count(), count(2, 3), count(1.5), repeat(1), repeat("a", 3), count(start=4), take(3, count()), take(3, count(5)), take(3, count(1, 2)), take(4, count(0.5, 0.25)), take(3, count(10, -3)), take(3, count(step=5)))
print(take(7, cycle("abc")), take(2, cycle([])), list(repeat(1, 3)), take(2, repeat("x")), list(repeat(1, 0)), list(repeat(1, -2)), list(map(pow, range(4), repeat(2))))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)), list(accumulate([])), list(accumulate([], initial=3)), list(accumulate("abc")), list(accumulate([3, 1, 2], max)))
print(list(batched("abcdefg", 3)), list(batched([], 2))); attempt(batched, "ab", 0); attempt(lambda: list(batched("abc", 2, strict=True)))
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "cd"])), list(chain()), list(chain.from_iterable([])))
attempt(combinations, "ab"); attempt(permutations); attempt(batched, "a"); attempt(repeat); attempt(starmap, pow, [1]); attempt(count, 1, "a"); attempt(chain, 1); attempt(chain.from_iterable, 1)
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])))
for args in [(3,), (2, 5), (2, None), (0, 10, 3), (1, 8, 2), (None,), (0, None, 4), (5, 3), (0,), (None, 4), (2, 5, None)]:
    it = iter(range(12)); print(args, list(islice(it, *args)), list(it))
attempt(islice, [1], -1); attempt(islice, [1], 1, -1); attempt(islice, [1], 0, 1, 0); attempt(islice, [1], "a"); attempt(islice, 5, 2)
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])))
a, b = tee([1, 2, 3]); print(next(a), next(a), list(b), list(a)); x, y, z = tee(iter("ab"), 3); print(list(x), list(y), list(z)); print(tee([], 0)); attempt(tee, [], -1)
print(list(zip_longest("abc", "x")), list(zip_longest("ab", [1, 2, 3], fillvalue="-")), list(zip_longest()), list(zip_longest([])))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], [k for k, g in groupby("aabb")], list(groupby([])))
g = groupby("aabbcc"); k, first = next(g); k2, second = next(g); print(list(first), k2, list(second)); k3, third = next(g); print(next(third), [k for k, _ in g], list(third))
class E:
    def __eq__(self, o): return False
print(len(list(groupby([E(), E()]))))
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("abc", [])), list(product([0, 1], repeat=3)), list(product("ab", "c", "de", [1])), list(product("ab")))
for n in range(5):
    for r in range(5):
        print(n, r, list(permutations(range(n), r)) == sorted(list(permutations(range(n), r))), len(list(permutations(range(n), r))), list(combinations(range(n), r)), list(combinations_with_replacement(range(n), r)))
print(list(permutations("abc")), list(permutations("abcd", 2)), list(permutations("abcd", 3)), list(permutations([])))
attempt(combinations, "ab", -1); attempt(permutations, "ab", -1); attempt(permutations, "ab", "x"); attempt(combinations_with_replacement, "ab", -1); attempt(product, "a", repeat=-1); attempt(product, 5); attempt(zip_longest, 5); attempt(accumulate, 5); attempt(cycle, 5); attempt(pairwise, 1); attempt(count, "a"); attempt(takewhile, None, 5)
calls = []
def noisy():
    for i in range(5):
        calls.append(i)
        yield i
it = islice(noisy(), 2); print(calls); print(list(it), calls); it = chain([1], noisy()); print(calls)
from operator import *
r = [(1, "b"), (2, "a")]
class O: pass
o = O(); o.x = O(); o.x.y = 5; o.z = 1
print(sorted(r, key=itemgetter(1)), itemgetter(1, 0)("ab"), itemgetter(1), attrgetter("x.y", "z")(o), attrgetter("z")(o), attrgetter("a", "b.c"), methodcaller("split", ",")("a,b"), methodcaller("f", 1, k=2), itemgetter(slice(1, 3))("abcd"))
print(add(1, 2), mul(2, 3), sub(1, 2), truediv(1, 2), floordiv(7, 2), mod(7, 3), neg(1), not_(0), contains([1], 1), getitem([5], 0), concat("a", "b"), countOf("aab", "a"), indexOf("ab", "b"), xor(1, 3), and_(6, 3), or_(1, 2), lshift(1, 3), is_(None, None), truth([]), iadd([1], [2]), length_hint([1, 2]), index(True), call(max, 1, 2), pow(2, 5), inv(5), pos(-3), abs(-3), eq(1, 1), lt(1, 2), le(2, 2), ne(1, 2), gt(1, 2), ge(1, 2))
attempt(itemgetter(5), [1]); attempt(attrgetter("nope"), o); attempt(methodcaller("nope"), o); attempt(indexOf, "ab", "z"); attempt(add, 1, "a"); attempt(attrgetter, 5)
l = [1, 2, 3]; setitem(l, 0, 9); delitem(l, 1); print(l)
