# print: sep, end, file, flush, several and no arguments, and objects that define __str__ or __repr__.
import sys

print()
print("one", 2, 3.0, None, True, [1, "a"], ("t",), {"k": 'v"'}, {1}, b"b", sep="|")
print("no newline", end="")
print(" - continued", end="!\n")
print("a", "b", "c", sep="", end="\n\n")
print("x", "y", sep="\n", end="<end>\n")
print("to stderr", 1, 2, sep="-", file=sys.stderr)
print("flushed", flush=True)
print(*range(5), sep=", ")
print(*[], sep="never")
print("", "", sep="x")
print("sep is None", "fine", sep=None, end=None)
print("tab\tnew\\n", r"raw\n", 'quote"s', "it's", ["it's", 'say "x"'])
sys.stdout.write("written\n")
print(sys.stdout.write("abc"), "characters")
sys.stderr.write("error line\n")


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x})"


class Named(Point):
    def __str__(self):
        return f"<{self.x}>"


p, n = Point(1), Named(2)
print(p, n, [p, n], {n: p}, (n,), f"{n} {n!r}", str(n), repr(n), "%s %r" % (n, n))


class Upper:
    def write(self, text):
        sys.stdout.write(text.upper())


print("shout", "this", sep="_", file=Upper())
for bad in (lambda: print("a", sep=1), lambda: print("a", end=b""), lambda: print("a", file=5), lambda: print("a", unknown=1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(print("inner"))
