# else on loops, nested break, continue, loop variables after the loop, changing what is iterated.
def find_factor(n):
    for d in range(2, n):
        if n % d == 0:
            return f"{n} = {d} * {n // d}"
    else:
        return f"{n} is prime"


print([find_factor(n) for n in (2, 9, 13)])
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print((i, j), end=" ")
    else:
        print("never")
else:
    print("outer else", i, j)
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 500:
        break
else:
    print("collatz took", steps)
while False:
    pass
else:
    print("else of a loop that never ran")
for x in []:
    pass
try:
    x
except NameError as e:
    print(e)
items = [1, 2, 3, 4]
for item in items:
    if item % 2 == 0:
        items.remove(item)
    elif len(items) < 6:
        items.append(item * 10)
print(items)
d = {"a": 1, "b": 2}
for k in d:
    d[k] = d[k] * 2
print(d)
try:
    for k in d:
        d[k + "x"] = 0
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for v in s:
        s.add(v + 10)
except RuntimeError as e:
    print(e)
for i in range(3):
    i += 10
    print(i, end=" ")
for i, (a, *b) in enumerate(["xyz", (1, 2)], start=5):
    print(i, a, b, end=" ")
k = 5
while k := k - 1:
    print(k, end="")
print()
