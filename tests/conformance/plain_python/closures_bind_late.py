# Closures see variables, not values; default arguments and factories freeze the value.
def adders_late():
    return [lambda x: x + i for i in range(3)]


def adders_early():
    return [lambda x, i=i: x + i for i in range(3)]


print([f(10) for f in adders_late()], [f(10) for f in adders_early()])


def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return increment, peek


inc, peek = make_counter(5)
inc2, peek2 = make_counter()
print(inc(), inc(10), peek(), inc2(), peek2())
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars)

total = 0


def add_global(n):
    global total, brand_new
    total += n
    brand_new = "made in a function"


add_global(3)
print(total, brand_new)


def unbound():
    print(total)
    total = 1


def deleted():
    value = 1
    del value
    return value


def free_unbound():
    def inner():
        return later

    inner()
    later = 1


for f in (unbound, deleted, free_unbound, lambda: undefined_name):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
