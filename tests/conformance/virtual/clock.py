"""Replaces the functions of `time` by ones that read and advance the virtual clock."""

import ctypes
import datetime
import gc
import time
import warnings

from .scheduler import SCHEDULER

START_NS = 1_735_689_600 * 10**9  # 2025-01-01T00:00:00Z

_real = {
    name: getattr(time, name)
    for name in ("sleep", "localtime", "gmtime", "ctime", "asctime", "strftime")
}


def to_ns(seconds):
    """Seconds as whole nanoseconds, rounded to the nearest (ties to even)."""
    return round(seconds * 1e9)


def monotonic_ns():
    return SCHEDULER.now


def monotonic():
    return SCHEDULER.now / 1e9


def time_ns():
    return START_NS + SCHEDULER.now


def wall_time():
    return (START_NS + SCHEDULER.now) / 1e9


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)) or not 0 <= seconds < 1e9:
        if isinstance(seconds, (int, float)) and seconds >= 1e9:
            return SCHEDULER.sleep(10**18)
        return _real["sleep"](seconds)  # raises CPython's own error
    SCHEDULER.sleep(to_ns(seconds))


def _whole_seconds():
    return time_ns() // 10**9


def localtime(seconds=None, /):
    return _real["localtime"](_whole_seconds() if seconds is None else seconds)


def gmtime(seconds=None, /):
    return _real["gmtime"](_whole_seconds() if seconds is None else seconds)


def ctime(seconds=None, /):
    return _real["ctime"](_whole_seconds() if seconds is None else seconds)


def asctime(t=None, /):
    return _real["asctime"](localtime() if t is None else t)


def strftime(format, t=None, /):
    return _real["strftime"](format, localtime() if t is None else t)


def install():
    replacements = {
        "time": wall_time,
        "time_ns": time_ns,
        "monotonic": monotonic,
        "monotonic_ns": monotonic_ns,
        "perf_counter": monotonic,
        "perf_counter_ns": monotonic_ns,
        "process_time": lambda: 0.0,
        "process_time_ns": lambda: 0,
        "thread_time": lambda: 0.0,
        "thread_time_ns": lambda: 0,
        "sleep": sleep,
        "localtime": localtime,
        "gmtime": gmtime,
        "ctime": ctime,
        "asctime": asctime,
        "strftime": strftime,
    }
    for name, function in replacements.items():
        setattr(time, name, function)
    _install_in_datetime()


def install_in_logging():
    """To be called once `threading` is replaced, of which `logging` keeps locks."""
    import logging

    # A Python function in a class, unlike time's own, would turn into a method.
    logging.Formatter.converter = staticmethod(localtime)


def _datetime_now(cls, tz=None):
    seconds, rest = divmod(time_ns(), 10**9)
    return cls.fromtimestamp(seconds, tz).replace(microsecond=rest // 1000)


def _datetime_utcnow(cls):
    warnings.warn(
        "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. "
        "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
        DeprecationWarning,
        stacklevel=2,
    )
    return _datetime_now(cls, datetime.timezone.utc).replace(tzinfo=None)


def _install_in_datetime():
    """`datetime.now` reads the machine's clock without asking `time`.

    The pure Python datetime would ask, but its messages differ; so the C type's own dictionary is
    changed.
    """
    (namespace,) = gc.get_referents(datetime.datetime.__dict__)
    namespace["now"] = classmethod(_datetime_now)
    namespace["utcnow"] = classmethod(_datetime_utcnow)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime.datetime))
