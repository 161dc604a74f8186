# An exception in __del__ cannot be caught; sys.unraisablehook sees it and the program goes on.
import sys


def hook(unraisable):
    print(f"ignored {type(unraisable.exc_value).__name__}: {unraisable.exc_value} in {unraisable.object.__qualname__}")


sys.unraisablehook = hook


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        if self.name == "bad":
            raise RuntimeError(f"cannot free {self.name}")
        print("freed", self.name)


r = Resource("good")
del r
try:
    r = Resource("bad")
    r = None
    print("went on")
except RuntimeError:
    print("never")


def function():
    local = Resource("bad")
    return "result"


print(function())
things = [Resource("bad"), Resource("good")]
things.clear()


class Resurrected:
    saved = []

    def __del__(self):
        Resurrected.saved.append(self)


x = Resurrected()
del x
print("still alive:", len(Resurrected.saved))
print("end")
