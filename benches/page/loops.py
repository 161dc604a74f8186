total = 0
for number in range(2_000_000):
    if number % 3:
        total += number & 7
print(total)
