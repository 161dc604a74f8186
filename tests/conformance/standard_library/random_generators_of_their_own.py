# random.Random objects are independent of each other and of the module's functions.
import random


def walk(rng, steps):
    x = y = 0
    for _ in range(steps):
        dx, dy = rng.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
        x, y = x + dx, y + dy
    return x, y


a, b = random.Random(7), random.Random(7)
random.seed(7)
print([a.random() for _ in range(2)], [b.random() for _ in range(2)], random.random() == random.Random(7).random())
print(walk(a, 100), walk(b, 100), walk(a, 100) == walk(b, 101))
rng = random.Random("dice")
rolls = [rng.randint(1, 6) + rng.randint(1, 6) for _ in range(1000)]
for total in range(2, 13):
    print(f"{total:>2} {rolls.count(total):>4} {'#' * (rolls.count(total) // 8)}")


class Biased(random.Random):
    """Overrides the source of all the other methods."""

    def random(self):
        return super().random() ** 2


biased = Biased(1)
print(round(sum(biased.random() for _ in range(1000)) / 1000, 6), round(biased.uniform(0, 10), 6))
r = random.Random(2024)
print(r.triangular(0, 10, 5), r.betavariate(2, 3), r.gammavariate(2, 1), r.normalvariate(0, 1), r.lognormvariate(0, 0.5), r.vonmisesvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.binomialvariate(10, 0.3), sep="\n")
saved = r.getstate()
x = r.sample(range(100), 10)
r.setstate(saved)
print(x, x == r.sample(range(100), 10))
