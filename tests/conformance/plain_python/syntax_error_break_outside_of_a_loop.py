# break in an if that is not in a loop.
numbers = [1, 2, 3]

for n in numbers:
    print(n)

if n == 3:
    print("last")
    break

print("end")
