import random
from random import Random


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


for s in [0, 1, 42, -5, 12345678901234567890, "hello", b"bytes", 3.5, "", True]:
    random.seed(s)
    print([random.random() for _ in range(3)], random.randint(1, 100), random.getrandbits(70), random.randbytes(5))
random.seed(42)
for i in range(200):
    print(random.randint(1, 6), random.randrange(10), random.randrange(5, 50), random.randrange(0, 100, 7), random.randrange(10, 0, -3), random.choice("abcdef"), random.uniform(1, 2), random.gauss(0, 1), random.gauss(), random.expovariate(1.5), random.normalvariate(5, 2), random.triangular(0, 10, 3), random.triangular(), random.betavariate(2, 3), random.gammavariate(2.5, 1), random.gammavariate(0.5, 2), random.gammavariate(1, 1), random.lognormvariate(0, 0.5), random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0), random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.4), random.binomialvariate(100, 0.8), random.binomialvariate(), random.randint(-10**20, 10**20), random.uniform(5, -5))
for n in range(0, 60, 3):
    l = list(range(n)); random.shuffle(l); print(l, random.sample(range(n), n // 2), random.sample(range(1000), 10), random.sample(range(10**6), 40)[:3])
    print(random.choices("abc", k=5), random.choices([1, 2, 3], weights=[5, 1, 1], k=4), random.choices("xyz", cum_weights=[1, 3, 10], k=3), random.sample(["r", "b"], counts=[4, 2], k=5))
attempt(random.randint, 5, 1); attempt(random.randrange, 0); attempt(random.randrange, 5, 5); attempt(random.randrange, 1, 10, 0); attempt(random.randrange, 10, 1, 2); attempt(random.randint, 1.5, 3); attempt(random.choice, []); attempt(random.sample, [1], 2); attempt(random.sample, {1, 2}, 1); attempt(random.choices, [1, 2], [1]); attempt(random.choices, [1], [0]); attempt(random.seed, []); attempt(random.choices, [1, 2], 2); attempt(random.gammavariate, 0, 1); attempt(random.binomialvariate, -1); attempt(random.binomialvariate, 5, 2); attempt(random.sample, [1], -1); attempt(random.choices, []); attempt(random.choice, {}); attempt(random.randrange, "a"); attempt(random.sample, "ab", counts=[1], k=1); attempt(random.choices, "ab", [1, 2], cum_weights=[1, 2])
r = Random(7); st = r.getstate(); a = r.random(), r.gauss(), r.gauss(); r.setstate(st); print(a == (r.random(), r.gauss(), r.gauss()), r.randint(1, 10), st[0], len(st[1]), st[2])
r2 = Random("x"); print(r2.random(), r2.shuffle([1]), r2.choice(range(10)), [Random(5).random() for _ in range(2)])
class Half(Random):
    def random(self): return 0.5
print(Half().uniform(0, 10), Half().choices("abcd", k=2))
print(Random(3).sample(range(100), 100) == Random(3).sample(range(100), k=100))
import heapq, bisect
random.seed(9)
h = []
for i in range(60):
    heapq.heappush(h, random.randrange(50))
    if i % 3 == 0: print(heapq.heappop(h), h)
l = [random.randrange(1000) for _ in range(100)]; heapq.heapify(l); print(l); print(heapq.heapreplace(l, 5), heapq.heappushpop(l, 3), heapq.heappushpop(l, 30), l[:20])
l = [random.randrange(10**6) for _ in range(4000)]; heapq.heapify(l); print(l[:30], l[-5:])
print(heapq.nlargest(3, l), heapq.nsmallest(3, l), heapq.nlargest(2, ["aa", "b", "cc"], key=len), heapq.nsmallest(2, ["aa", "b", "cc"], key=len), heapq.nsmallest(0, [1]), heapq.nlargest(-1, [1]))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge([3, 1], [4, 0], reverse=True)), list(heapq.merge([(1, "a")], [(1, "b")], key=lambda t: t[0])), list(heapq.merge()))
attempt(heapq.heappop, []); attempt(heapq.heappush, [(1, "a")], 1)
try: heapq.heappush([(1, {})], (1, {}))
except TypeError as e: print(e)
a = [1, 3, 3, 5]; print([bisect.bisect(a, x) for x in range(7)], [bisect.bisect_left(a, x) for x in range(7)], bisect.bisect_right(a, 3, 0, 2), bisect.bisect_left([{"k": 1}, {"k": 5}], 3, key=lambda d: d["k"])); bisect.insort(a, 4); bisect.insort_left(a, 3); bisect.insort(a, 2, key=lambda v: v); print(a); attempt(bisect.bisect, a, 1, -1)
