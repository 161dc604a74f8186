# An opening bracket that is never closed is reported at the bracket.
def average(numbers):
    total = sum(numbers
    return total / len(numbers)


values = [1, 2, 3]
print(average(values))
print("the end")
