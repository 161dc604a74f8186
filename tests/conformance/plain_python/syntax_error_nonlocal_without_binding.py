# nonlocal needs the name in an enclosing function; a global one does not count.
counter = 0


def increment():
    nonlocal counter
    counter += 1
    return counter


print(increment())
