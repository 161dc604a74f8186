"""Timing of small pieces of code, on the virtual clock."""

import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _function(code, names):
    if callable(code):
        return code
    if not isinstance(code, str):
        return None
    from _switchboard import exec_function
    body = "".join([f"    {line}\n" for line in code.split("\n")])
    return exec_function(f"def inner():\n{body}", names)["inner"]


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        names = {} if globals is None else dict(globals)
        if isinstance(setup, str):
            from _switchboard import exec_function
            names = exec_function(setup + "\n", names)
        self._setup = setup if callable(setup) else None
        self._stmt = _function(stmt, names)
        self.timer = timer
        if self._stmt is None:
            raise ValueError("stmt is neither a string nor callable")
        if self._setup is None and not isinstance(setup, str):
            raise ValueError("setup is neither a string nor callable")

    def timeit(self, number=default_number):
        if self._setup is not None:
            self._setup()
        stmt = self._stmt
        start = self.timer()
        for _ in range(number):
            stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None,
):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
