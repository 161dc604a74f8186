# Errors of the compiler, not of the grammar: return, nonlocal, break and star in wrong places.
x = 1
for i in range(3):
    x += i
    if x > 2:
        print(x)

return x

print("unreachable")
