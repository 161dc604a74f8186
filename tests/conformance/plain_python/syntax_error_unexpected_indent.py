# A line that is indented without reason gives IndentationError.
def f(x):
    y = x * 2
      return y


print("never")
print(f(3))
print("never either")
