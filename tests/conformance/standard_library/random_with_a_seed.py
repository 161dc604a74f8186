# random.seed(42) gives the Mersenne Twister's numbers for every common function.
import random

random.seed(42)
print([random.random() for _ in range(5)])
print([random.randint(1, 6) for _ in range(20)])
print([random.randrange(0, 101, 5) for _ in range(10)], [random.randrange(3) for _ in range(10)], random.randrange(10**30))
print([random.choice("rock paper scissors".split()) for _ in range(6)], random.choice("abc"), random.choice(range(1000)))
deck = list(range(1, 21))
random.shuffle(deck)
print(deck)
print(random.sample(range(1, 50), 6), random.sample("abcdefgh", k=3), random.sample(range(10**9), 4), random.sample(["r", "b"], counts=[3, 2], k=4))
print([round(random.uniform(-5, 5), 6) for _ in range(4)], random.uniform(1, 1))
print([round(random.gauss(100, 15), 6) for _ in range(5)], round(random.gauss(), 10))
print([round(random.expovariate(0.5), 6) for _ in range(4)], random.expovariate(1.5))
print(random.choices("abc", k=10), random.choices(["win", "lose"], weights=[1, 9], k=8), random.choices([1, 2, 3], cum_weights=[5, 15, 20], k=6))
print(random.getrandbits(1), random.getrandbits(16), random.getrandbits(100), random.randbytes(4).hex())
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], state[0], len(state[1]))
random.seed(42)
print(random.random() == 0.6394267984578837)
