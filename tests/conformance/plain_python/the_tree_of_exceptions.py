# A program draws the tree of built-in exceptions by asking each class for its subclasses.


def draw(cls, depth):
    yield cls.__name__, depth
    for sub in cls.__subclasses__():
        if sub.__module__ == "builtins":
            yield from draw(sub, depth + 1)


print([cls.__name__ for cls in BaseException.__subclasses__() if cls.__module__ == "builtins"])
for name, depth in draw(LookupError, 0):
    print("    " * depth + name)
for cls in RuntimeError, ArithmeticError:
    for name, depth in draw(cls, 0):
        print("    " * depth + name)


class ShopError(Exception):
    pass


class OutOfStock(ShopError):
    pass


class Unpaid(ShopError):
    pass


print([cls.__name__ for cls in ShopError.__subclasses__()])
