# yield from passes values, sends, throws and the return value through.
def inner(name):
    print(f"{name} starts")
    try:
        x = yield f"{name}.1"
        print(f"{name} got {x!r}")
        yield f"{name}.2"
    except ValueError as e:
        print(f"{name} caught {e}")
        yield f"{name}.recovered"
    finally:
        print(f"{name} ends")
    return name.upper()


def outer():
    a = yield from inner("a")
    print("outer has", a)
    b = yield from inner("b")
    c = yield from [1, 2]
    return a, b, c


g = outer()
print(next(g))
print(g.send("hello"))
print(next(g))
print(g.throw(ValueError("boom")))
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)


def tree(node):
    if node is None:
        return 0
    left, value, right = node
    n = yield from tree(left)
    yield value
    m = yield from tree(right)
    return n + 1 + m


def collect(gen):
    items = []
    while True:
        try:
            items.append(next(gen))
        except StopIteration as e:
            return items, e.value


root = (((None, 1, None), 2, None), 3, ((None, 4, None), 5, None))
print(collect(tree(root)))
g = outer()
next(g)
g.close()
print("closed")
try:
    list((lambda: (yield from 5))())
except TypeError as e:
    print(e)
