# heapq: push, pop, heapify, nlargest, merge, pushpop; bisect: left, right, insort, grades.
import bisect
import heapq

heap = []
for n in [5, 1, 8, 3, 9, 2]:
    heapq.heappush(heap, n)
print(heap, heap[0], heapq.heappop(heap), heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), heap)
data = [9, 4, 7, 1, 8, 2, 6]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(len(data))])
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(3, ["pear", "fig", "apple", "kiwi"], key=len), list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge("adg", "be", reverse=False)), list(heapq.merge([5, 3], [4, 2], reverse=True)), heapq.nlargest(0, [1]), heapq.nsmallest(9, [2, 1]))
tasks = []
for priority, name in [(3, "low"), (1, "urgent"), (2, "normal"), (1, "also urgent")]:
    heapq.heappush(tasks, (priority, len(tasks), name))
while tasks:
    print(heapq.heappop(tasks), end=" ")
print()


def median_stream(numbers):
    low, high = [], []
    for x in numbers:
        heapq.heappush(high, -heapq.heappushpop(low, -x))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        yield -low[0] if len(low) > len(high) else (high[0] - low[0]) / 2


print(list(median_stream([5, 15, 1, 3])))
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect([], 1), bisect.bisect_left(a, 3, lo=0, hi=1))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, [("FDCBA"[bisect.bisect([60, 70, 80, 90], score)]) for score in (33, 60, 77, 89, 90, 100)])
people = [("Al", 20), ("Bo", 25), ("Cy", 30)]
print(bisect.bisect_left(people, 25, key=lambda p: p[1]))
bisect.insort(people, ("Di", 27), key=lambda p: p[1])
print(people)
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush([{}], {}), lambda: bisect.bisect(["a"], 1), lambda: heapq.heapify((1, 2)), lambda: bisect.bisect([1], 0, lo=-1), lambda: heapq.heapreplace([], 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
