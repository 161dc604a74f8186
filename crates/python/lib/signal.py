"""Signals: handlers are kept, and called by raise_signal()."""

import sys
from enum import IntEnum

_NUMBERS = (
    "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM "
    "SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH "
    "SIGIO SIGPWR SIGSYS"
).split()

Signals = IntEnum("Signals", [(name, number) for number, name in enumerate(_NUMBERS, 1)], module="signal")
Handlers = IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_DESCRIPTIONS = {
    2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 10: "User defined signal 1", 14: "Alarm clock",
    15: "Terminated",
}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler}


def _number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def signal(signalnum, handler, /):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    number = _number(signalnum)
    if number in (9, 19):
        raise OSError(22, "Invalid argument")
    old = getsignal(number)
    _handlers[number] = handler if callable(handler) else Handlers(handler)
    return old


def getsignal(signalnum, /):
    return _handlers.get(_number(signalnum), Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    if handler is default_int_handler and _interrupts_main_task():
        return
    if callable(handler):
        handler(int(signalnum), None)
    elif handler == 0:
        raise SystemExit(128 + int(signalnum))


def _interrupts_main_task():
    runners = sys.modules.get("asyncio.runners")
    return runners is not None and runners._interrupt()


_loops = {}


def _add_to_loop(loop, sig, callback, *args):
    number = _for_loop(sig)
    if number in (9, 19):
        raise RuntimeError(f"sig {number} cannot be caught")
    signal(number, lambda signum, frame: loop.call_soon_threadsafe(callback, *args))
    _loops[number] = loop


def _remove_from_loop(loop, sig):
    number = _for_loop(sig)
    if _loops.get(number) is not loop:
        return False
    del _loops[number]
    signal(number, default_int_handler if number == 2 else Handlers.SIG_DFL)
    return True


def _for_loop(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in valid_signals():
        raise ValueError(f"invalid signal number {sig}")
    return int(sig)


def strsignal(signalnum, /):
    return _DESCRIPTIONS.get(_number(signalnum), str(Signals(signalnum).name))


def valid_signals():
    return set(Signals)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(signalnum, flag, /):
    _number(signalnum)
