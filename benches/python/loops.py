"""Plain loops and arithmetic: primes by trial division, and a nested sum."""


def count_primes(limit):
    count = 0
    candidate = 2
    while candidate < limit:
        divisor = 2
        while divisor * divisor <= candidate:
            if candidate % divisor == 0:
                break
            divisor += 1
        else:
            count += 1
        candidate += 1
    return count


def nested_sum(size):
    total = 0
    for i in range(size):
        for j in range(size):
            total += i ^ j
    return total


print(count_primes(60_000), nested_sum(1_800))
