# The left side of an assignment is a function call.
def double(x):
    return x * 2


double(3) = 6

print(double(3))
print("end")
