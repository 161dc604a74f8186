# send(), throw() and close() on plain generators, and what they return.
def running_total():
    total = 0
    while True:
        try:
            x = yield total
            total += x if x is not None else 0
        except ValueError as e:
            print("  reset:", e)
            total = 0
        finally:
            if total > 99:
                print("  over 99")


g = running_total()
try:
    g.send(5)
except TypeError as e:
    print(e)
print(next(g), g.send(10), g.send(90), next(g), g.throw(ValueError("again")), g.send(1))
try:
    g.send("text")
except TypeError as e:
    print(e)
try:
    next(g)
except StopIteration as e:
    print("finished:", repr(e), e.value)


def with_return():
    got = yield "first"
    yield f"got {got}"
    return "result"


g = with_return()
print(next(g), g.send("hello"))
try:
    next(g)
except StopIteration as stop:
    print("returned", stop.value)
print(next(g, "default"), list(g), g.gi_frame)


def stubborn():
    try:
        yield 1
    finally:
        print("cleanup")


def refuses():
    try:
        yield
    except GeneratorExit:
        yield "no!"


g = stubborn()
next(g)
print(g.close(), g.close())
g = stubborn()
g.close()
g = refuses()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
fresh = stubborn()
try:
    fresh.throw(KeyError("early"))
except KeyError as e:
    print("came straight out:", e)
