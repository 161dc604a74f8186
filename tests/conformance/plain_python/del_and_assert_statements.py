# del of names, items, slices and attributes; assert with and without a message.
x, y, z = 1, [1, 2, 3, 4], {"a": 1, "b": 2}
del x, y[0], y[1:], z["a"]
print(y, z)
try:
    print(x)
except NameError as e:
    print(e)


class Box:
    pass


b = Box()
b.value = [5, 6]
del b.value[0]
print(b.value)
del b.value
for bad in (lambda: b.value, lambda: delattr(b, "value"), lambda: z.__delitem__("zz"), lambda: y.__delitem__(9)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


def local():
    a = 1
    del a
    a = 2
    return a


print(local())
(p, [q]) = 1, [2]
del (p, [q])
print("p" in globals(), "y" in globals())


def check(value):
    assert isinstance(value, int), f"want int, got {type(value).__name__}"
    assert value > 0
    assert value < 100, ("too", "big")
    return value


for v in (5, "5", -5, 500):
    try:
        print(check(v))
    except AssertionError as e:
        print("AssertionError", repr(e), str(e) == "")
assert True, 1 / 0
print("the message is not evaluated when the test holds")
assert not [], "never"
assert check(150), "uncaught, with a tuple as the message"
