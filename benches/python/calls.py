"""Calls: Fibonacci numbers by recursion, methods, and a closure."""


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


class Counter:
    def __init__(self, step):
        self.step = step
        self.value = 0

    def advance(self, times=1):
        self.value += self.step * times
        return self.value


def make_adder(amount):
    def add(value):
        return value + amount

    return add


counter = Counter(3)
add = make_adder(2)
total = 0
for i in range(600_000):
    total = add(total) + counter.advance(times=2) % 7
print(fibonacci(28), total, counter.value)
