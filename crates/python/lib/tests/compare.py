"""Compare the modules in this folder's parent with CPython's own.

Each `cases/NAME.py` is an ordinary program that prints. It runs twice in this
process, once with CPython's standard library and once with ours, and both
outputs must be equal. Usage: python3.13 compare.py [NAME ...]
"""

import builtins
import contextlib
import difflib
import importlib
import io
import os
import sys
import time
import traceback
import types

HERE = os.path.dirname(os.path.abspath(__file__))
LIB = os.path.dirname(HERE)


class SwitchboardShim(types.ModuleType):
    """What the VM's native helper module offers, made from CPython's parts."""

    def __init__(self):
        super().__init__("_switchboard")
        import _random
        import weakref
        from collections import deque

        class MT19937(_random.Random):
            def seed(self, value=None):
                import hashlib
                if isinstance(value, (str, bytes, bytearray)):
                    if isinstance(value, str):
                        value = value.encode()
                    value = int.from_bytes(value + hashlib.sha512(value).digest())
                super().seed(value)

        self.MT19937 = MT19937
        self.deque = deque
        self.ref = weakref.ref
        self.START_UNIX = 1735689600
        self.strftime = time.strftime

    def exec_function(self, source, namespace):
        exec(source, namespace)
        return namespace

    def now_ns(self):
        return 1_500_250_000

    def current_exception(self):
        return sys.exception()

    def format_exception(self, exc):
        return "".join(traceback.format_exception(exc))

    def code_info(self, target):
        code = getattr(target, "__code__", None) or getattr(target, "gi_code", None) or target
        import inspect
        return {
            "argcount": code.co_argcount, "posonly": code.co_posonlyargcount,
            "kwonly": code.co_kwonlyargcount, "varnames": code.co_varnames,
            "defaults": getattr(target, "__defaults__", None),
            "kwdefaults": getattr(target, "__kwdefaults__", None),
            "varargs": bool(code.co_flags & inspect.CO_VARARGS),
            "varkw": bool(code.co_flags & inspect.CO_VARKEYWORDS),
            "coroutine": bool(code.co_flags & inspect.CO_COROUTINE),
            "generator": bool(code.co_flags & inspect.CO_GENERATOR),
            "asyncgen": bool(code.co_flags & inspect.CO_ASYNC_GENERATOR),
        }


class OurLibrary:
    """Imports from this folder first, with the modules' real names."""

    # A module that the VM provides natively, or that another folder owns.
    def __init__(self):
        self.modules = {"_switchboard": SwitchboardShim()}
        self.builtins = dict(vars(builtins))
        self.builtins["__import__"] = self.import_

    def path(self, name):
        path = os.path.join(LIB, name.replace(".", "_") + ".py")
        return path if os.path.exists(path) else None

    def load(self, name):
        if name in self.modules:
            return self.modules[name]
        path = self.path(name)
        if path is None:
            return importlib.import_module(name)
        if "." in name:
            parent = self.load(name.rpartition(".")[0])
        module = types.ModuleType(name)
        module.__dict__["__builtins__"] = self.builtins
        self.modules[name] = module
        with open(path) as file:
            code = compile(file.read(), path, "exec")
        exec(code, module.__dict__)
        if "." in name:
            setattr(parent, name.rpartition(".")[2], module)
        return module

    def import_(self, name, globals=None, locals=None, fromlist=(), level=0):
        module = self.load(name)
        if fromlist:
            for item in fromlist:
                if item != "*" and not hasattr(module, item) and self.path(f"{name}.{item}"):
                    self.load(f"{name}.{item}")
            return module
        return self.load(name.partition(".")[0])


def run(code, namespace):
    out = io.StringIO()
    saved = sys.stdout, sys.stderr
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main = types.ModuleType("__main__")
        main.__dict__.update(namespace, __name__="__main__", __file__="main.py")
        kept, sys.modules["__main__"] = sys.modules["__main__"], main
        try:
            exec(code, main.__dict__)
        except BaseException:
            traceback.print_exc(file=saved[1])
            print("UNCAUGHT", repr(sys.exception()))
        finally:
            sys.modules["__main__"] = kept
    sys.stdout, sys.stderr = saved
    return out.getvalue()


def main():
    # The VM's local time zone is UTC.
    os.environ["TZ"] = "UTC"
    time.tzset()
    names = sys.argv[1:] or sorted(f[:-3] for f in os.listdir(os.path.join(HERE, "cases")) if f.endswith(".py"))
    failed = []
    for name in names:
        path = os.path.join(HERE, "cases", name + ".py")
        with open(path) as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        real = run(code, {})
        ours = run(code, {"__builtins__": OurLibrary().builtins})
        if real == ours:
            print(f"ok   {name}: {real.count(chr(10))} lines")
            continue
        failed.append(name)
        diff = list(difflib.unified_diff(real.splitlines(), ours.splitlines(), "CPython", "ours", lineterm="", n=1))
        print(f"FAIL {name}")
        print("\n".join(diff[:60]))
    if failed:
        sys.exit(f"different: {' '.join(failed)}")


if __name__ == "__main__":
    main()
