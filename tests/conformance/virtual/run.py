"""Runs one program in a forked child, on the virtual clock, and returns its golden."""

import datetime  # noqa: F401  (imported before the fork, as are the following)
import gc
import json
import linecache
import os
import random
import signal
import sys
import tempfile
import traceback
import types

from . import loop  # noqa: F401
from .scheduler import SCHEDULER
from .streams import Transcript, WarningPlaces, only_frames_of
from .threads import join_non_daemon_threads

REAL_SECONDS = 60


class RecordingFailed(Exception):
    """The program broke a rule of recording, or took too long in real time."""


def run(name, source, shift_addresses=False):
    """The golden of the program `source`, whose file is called `name`.

    `shift_addresses` makes objects lie at other addresses than without it.
    """
    with tempfile.TemporaryFile() as result:
        sys.stdout.flush()  # else the child could print what waits in the buffer once more
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            _run_child(name, source, shift_addresses, result)
        _, status = os.waitpid(child, 0)
        result.seek(0)
        text = result.read()
    if os.WIFSIGNALED(status):
        signal_name = signal.Signals(os.WTERMSIG(status)).name
        raise RecordingFailed(f"ended by {signal_name} (limit: {REAL_SECONDS} real seconds)")
    if not text:
        raise RecordingFailed(f"ended without a result, exit code {os.waitstatus_to_exitcode(status)}")
    return json.loads(text)


def _run_child(name, source, shift_addresses, result):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(REAL_SECONDS)
    junk = _shift_addresses() if shift_addresses else None
    transcript = Transcript()

    def end(exit):
        signal.alarm(0)
        golden = {"output": transcript.finish(), "exit": exit, "elapsed": SCHEDULER.now / 1e9}
        result.write(json.dumps(golden).encode())
        result.flush()
        os._exit(0)

    SCHEDULER.on_end = lambda type: end({"ok": False, "type": type})
    try:
        # When the collector runs depends on the number of allocations, which nobody can match:
        # cycles live until the program ends or collects them itself.
        gc.disable()
        transcript.install()
        only_frames_of(name)
        places = WarningPlaces(name)
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        sys.argv = [name]
        outcome = _execute(name, source)
        join_non_daemon_threads()
        places.exiting = True
        _tear_down()
        end(outcome)
    except BaseException:
        os.write(2, ("the recorder itself failed:\n" + traceback.format_exc()).encode())
        os._exit(70)
    finally:
        del junk


def _execute(name, source):
    main = types.ModuleType("__main__")
    main.__file__ = name
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    try:
        code = compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as exc:
        _print_syntax_error(source, exc)
        return _failure(name, exc)
    try:
        exec(code, main.__dict__)
    except SystemExit as exc:
        if exc.code is not None and not isinstance(exc.code, int):
            print(exc.code, file=sys.stderr)
        return _failure(name, exc) | {"ok": exc.code is None or exc.code == 0}
    except BaseException as exc:
        sys.last_exc = exc  # keeps alive what its frames hold, until the tear-down
        if sys.excepthook is sys.__excepthook__:
            traceback.print_exception(exc)
        else:
            sys.excepthook(type(exc), exc, exc.__traceback__)
        return _failure(name, exc)
    return {"ok": True}


def _print_syntax_error(source, exc):
    """Shows it as the interpreter shows an error in its main program: its line, no traceback."""
    if exc.text is None and exc.lineno is not None:
        exc.text = source.splitlines(True)[exc.lineno - 1]
    traceback.print_exception(type(exc), exc, None)


def _failure(name, exc):
    lines = [
        line
        for frame, line in traceback.walk_tb(exc.__traceback__)
        if frame.f_code.co_filename == name
    ]
    outcome = {"ok": False, "type": type(exc).__name__, "message": str(exc)}
    return outcome | ({"line": lines[-1]} if lines else {})


def _tear_down():
    """Ends the program's objects as the interpreter does when it exits."""
    sys.last_exc = None
    for step in (sys.modules["__main__"].__dict__.clear, gc.collect):
        step()


def _shift_addresses():
    generator = random.Random(os.environ.get("PYTHONHASHSEED"))
    junk = [bytes(generator.randrange(600)) for _ in range(4_000)]
    generator.shuffle(junk)
    return junk[:2_000]
