"""Dictionaries: counting, grouping, lookups by tuple, updates and deletions."""

counts = {}
for i in range(600_000):
    key = i * 7919 % 5003
    counts[key] = counts.get(key, 0) + 1

groups = {}
for i in range(300_000):
    groups.setdefault(f"group {i % 97}", []).append(i)

grid = {(x, y): x * y for x in range(300) for y in range(300)}
total = 0
for x in range(1, 299):
    for y in range(1, 299):
        total += grid[x - 1, y] + grid[x + 1, y] - grid[x, y]

for key in list(counts):
    if key % 3 == 0:
        del counts[key]
print(len(counts), sum(len(group) for group in groups.values()), total, sum(counts.values()))
