# The errors of the random module: empty ranges, empty sequences, samples that are too large.
import random

random.seed(3)
for attempt in (
    lambda: random.randint(5, 1),
    lambda: random.randint(1.5, 3),
    lambda: random.randrange(0),
    lambda: random.randrange(5, 5),
    lambda: random.randrange(1, 10, 0),
    lambda: random.randrange(2.0),
    lambda: random.choice([]),
    lambda: random.choice({1, 2}),
    lambda: random.choice({"a": 1}),
    lambda: random.choice(5),
    lambda: random.sample([1, 2], 3),
    lambda: random.sample({1, 2}, 1),
    lambda: random.sample([1, 2], -1),
    lambda: random.choices([], k=1),
    lambda: random.choices([1, 2], weights=[1]),
    lambda: random.choices([1, 2], weights=[0, 0]),
    lambda: random.choices("ab", [1, 1], cum_weights=[1, 2]),
    lambda: random.shuffle("abc"),
    lambda: random.shuffle((1, 2)),
    lambda: random.getrandbits(-1),
    lambda: random.uniform("a", 1),
    lambda: random.expovariate(0),
    lambda: random.random(1),
    lambda: random.sample("abc"),
    lambda: random.randint(1),
    lambda: random.nothing(),
):
    try:
        print("fine", attempt())
    except Exception as e:
        print(type(e).__name__, e)
print(random.random(), "the failed calls above took some numbers, or none")
