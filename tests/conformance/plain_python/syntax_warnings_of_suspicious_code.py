# Code that compiles but looks wrong gets a SyntaxWarning on stderr, with its line.
print("the warnings come before the first line of output")

n = 5
if n is 5:
    print("is with a literal")
if n is not "5":
    print("is not with a literal")


def check(value):
    assert (value > 0, "value must be positive")
    return value


print(check(-1))
path = "C:\data\new"
print(path, len("\d"), "\w+" == r"\w+")
