# range takes integers of any size: length, items, slices, membership, equality, and what overflows.
big = 10**20
numbers = range(big, big + 10, 3)
print(numbers, len(numbers), list(numbers), numbers[1], numbers[-1], bool(numbers), numbers.start, numbers.stop, numbers.step)
print(numbers[1:3], numbers[::-1], list(reversed(numbers)), numbers[5:], list(numbers[:-2]))
print(big + 3 in numbers, big + 4 in numbers, 5 in numbers, numbers.index(big + 6), numbers.count(big), numbers.count(3))
print(numbers == range(big, big + 11, 3), numbers == range(big, big + 20, 3), hash(numbers) == hash(range(big, big + 12, 3)))
print(list(range(-big, -big - 9, -4)), list(range(big, 0)), bool(range(big, 0)), range(big)[-1], range(big)[10], range(0, big, big // 4)[3])
for number in range(2**64, 2**64 + 3):
    print(number, end=" ")
print(sum(range(2**70, 2**70 + 4)), max(range(big, big + 5)), [n.bit_length() for n in range(2**63 - 1, 2**63 + 1)])
for wrong in (
    lambda: len(range(big)),
    lambda: numbers[99],
    lambda: range(big, 5, 0),
    lambda: numbers.index(3),
    lambda: numbers["a"],
    lambda: range("a", big),
    lambda: range(1.5, big),
    lambda: numbers.nothing,
):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
