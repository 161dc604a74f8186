# Two values in a list without a comma between them.
colours = [
    "red",
    "green",
    "blue",
]
numbers = [1, 2 3, 4]

print(colours)
print(numbers)
