# A closing bracket of another kind than the opening one.
def area(width, height):
    return width * height


sizes = [(1, 2), (3, 4)]
print(area(sizes[0)[0], 5))
print("end")
# end of the program
