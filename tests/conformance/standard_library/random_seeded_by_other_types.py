# Seeds may be big, negative, strings, bytes or floats; the same seed gives the same numbers.
import random

for seed in (0, 1, -1, 2**32, 2**100, "text", "", b"bytes", bytearray(b"bytes"), 1.5, -0.5, True, "é€"):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(1, 100), random.getrandbits(40))
try:
    random.seed([1, 2])
except TypeError as e:
    print(e)
random.seed("text", version=2)
first = random.random()
random.seed("text")
print(first == random.random())
random.seed(5)
a = random.random()
random.seed(-5)
print(a == random.random(), "a negative seed is the same as its absolute value")
