# What sys and os tell a program here: argv, version, limits, sizes, streams, hooks, cpu count.
import asyncio
import os
import sys

print(len(sys.argv), sys.argv[0].endswith("sys_and_os_basics.py"), sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version.startswith("3.13"), sys.implementation.name)
print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.byteorder, sys.getdefaultencoding(), sys.maxunicode, sys.hash_info.width)
sys.stdout.write("out\n")
sys.stderr.write("err\n")
print("to stderr", file=sys.stderr)
sys.stdout.flush()
print(sys.getsizeof([]) > 0, sys.getsizeof("x" * 100) > sys.getsizeof("x"), sys.getsizeof([0] * 100) > sys.getsizeof([0]), sys.getrecursionlimit(), sys.intern("abc") == "abc")
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(50 < depth() < 200)
sys.setrecursionlimit(old)
print(type(os.getpid()).__name__, os.cpu_count(), os.name, os.sep, os.linesep == "\n", os.getenv("SURELY_NOT_SET_XYZ", "default"), os.environ.get("SURELY_NOT_SET_XYZ"), os.path.join("a", "b.txt"), os.path.basename("/x/y.z"), os.path.splitext("file.tar.gz"))
print("asyncio" in sys.modules, "sys" in sys.modules, sys.modules["__main__"].__name__, __name__, callable(sys.exit))
sys.set_int_max_str_digits(1000)
try:
    str(10**2000)
except ValueError as e:
    print(str(e)[:27])


def hook(exc_type, exc, tb):
    print(f"the hook saw {exc_type.__name__}: {exc}")


sys.excepthook = hook
raise LookupError("uncaught, but the hook prints it")
