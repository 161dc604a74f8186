"""Lists: comprehensions, slices, sorting with and without a key, a sieve and a bubble sort."""

seed = 42


def pseudo_random():
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed


numbers = [pseudo_random() for _ in range(200_000)]
ordered = sorted(numbers)
by_last_digits = sorted(numbers, key=lambda number: (number % 1000, number))

sieve = [True] * 1_000_000
for i in range(2, 1000):
    if sieve[i]:
        sieve[i * i :: i] = [False] * len(sieve[i * i :: i])

bubble = numbers[:500]
for end in range(len(bubble) - 1, 0, -1):
    for i in range(end):
        if bubble[i] > bubble[i + 1]:
            bubble[i], bubble[i + 1] = bubble[i + 1], bubble[i]

squares = [x * x for x in range(500_000) if x % 3]
stack = []
for x in squares:
    stack.append(x)
while len(stack) > 10:
    stack.pop()
print(ordered[1000], by_last_digits[1000], sum(sieve), bubble[::100], len(squares), stack[-1])
