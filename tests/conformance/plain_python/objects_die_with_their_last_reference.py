# __del__ runs when the last reference goes: on del, on rebinding, at the end of a function.
class Noisy:
    def __init__(self, name):
        self.name = name
        print("new", name)

    def __del__(self):
        print("bye", self.name)


def function():
    local = Noisy("local")
    print("in function")
    return "returned"


a = Noisy("a")
b = a
del a
print("a deleted, b remains")
b = None
print("---")
print(function())
print("---")
x = Noisy("first")
x = Noisy("second")
print("---")
items = [Noisy("item0"), Noisy("item1")]
items.pop(0)
print("popped")
items.clear()
print("cleared")
Noisy("temporary")
d = {"k": Noisy("value")}
d["k"] = 1
print("---")
try:
    keep = Noisy("in try")
    raise ValueError
except ValueError:
    pass
print("still there:", keep.name)


def gen():
    n = Noisy("generator's")
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


for value in gen():
    break
print("after break")
del x, keep
print("end")
