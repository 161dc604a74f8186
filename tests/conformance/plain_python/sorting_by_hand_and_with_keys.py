# Bubble, insertion, quick and merge sort against sorted(); stability, keys, tuples, reverse.
import random


def bubble(a):
    a = list(a)
    for end in range(len(a) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x, j = a[i], i
        while j > 0 and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a


def quick(a):
    if len(a) <= 1:
        return a
    pivot, *rest = a
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    left, right, out = merge(a[:mid]), merge(a[mid:]), []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


random.seed(1)
numbers = [random.randrange(100) for _ in range(20)]
print(numbers)
for sort in (bubble, insertion, quick, merge):
    print(f"{sort.__name__:<10}", sort(numbers) == sorted(numbers))
print(sorted(numbers)[:5], sorted(numbers, reverse=True)[:5], sorted(numbers, key=lambda n: (n % 10, -n))[:6])

students = [("Zoe", "B", 12), ("Adam", "A", 15), ("Ben", "B", 10), ("Cora", "A", 12)]
print(sorted(students, key=lambda s: s[1]))
print(sorted(students, key=lambda s: s[2], reverse=True))
by_age = sorted(students, key=lambda s: s[2])
print(sorted(by_age, key=lambda s: s[1]) == sorted(students, key=lambda s: (s[1], s[2])))
print(sorted("Straße Zebra apfel Öl".split(), key=str.casefold), sorted([("a", 2), ("a", 1), ("B", 3)]))


class Explodes:
    def __lt__(self, other):
        raise ValueError("cannot compare")


items = [3, 1, 2]
try:
    items.sort(key=lambda x: 1 / (x - 1))
except ZeroDivisionError as e:
    print(e, sorted(items))
try:
    sorted([Explodes(), Explodes()])
except ValueError as e:
    print(e)
