"""Puts `threading`, `queue` and so `concurrent.futures` onto the scheduler.

Only what blocks is replaced: locks, the start and the join of threads. All the rest is CPython's
own code, so that the order in which threads go on is the one that its locks lead to.
"""

import _thread
import os
import queue
import threading

from .clock import to_ns
from .scheduler import SCHEDULER

CPU_COUNT = 4  # so that the default executor has 8 workers


class Lock:
    """`threading.Lock` whose waiters park with the scheduler, first come, first served."""

    def __init__(self):
        self._locked = False
        self._waiters = []

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if not self._locked:
            self._locked = True
            return True
        if not blocking or timeout == 0:
            return False
        deadline = None if timeout < 0 else SCHEDULER.now + to_ns(timeout)
        me = SCHEDULER.current
        self._waiters.append(me)
        while self._locked:
            if SCHEDULER.block(deadline) and self._locked:
                self._waiters.remove(me)
                return False
        self._waiters.remove(me)
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        if self._waiters:
            SCHEDULER.wake(self._waiters[0])

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _at_fork_reinit(self):
        self.__init__()


class ThreadHandle:
    """What `threading.Thread` keeps of its OS thread."""

    def __init__(self):
        self.ident = None
        self.daemon = False
        self._done = False
        self._joining = []

    def is_done(self):
        return self._done

    def join(self, timeout=None):
        deadline = None if timeout is None else SCHEDULER.now + to_ns(max(timeout, 0))
        while not self._done:
            self._joining.append(SCHEDULER.current)
            if SCHEDULER.block(deadline):
                return

    def _set_done(self):
        self._done = True
        for thread in self._joining:
            SCHEDULER.wake(thread)


_started = []


def _start_joinable_thread(function, handle=None, daemon=True):
    handle = handle or ThreadHandle()
    handle.daemon = daemon
    _started.append(handle)

    def run():
        handle.ident = _thread.get_ident()
        try:
            function()
        finally:
            handle._set_done()

    SCHEDULER.start(run)
    return handle


def join_non_daemon_threads():
    """What the interpreter does before it exits."""
    threading._SHUTTING_DOWN = True
    for function in reversed(threading._threading_atexits):
        function()
    for handle in _started:
        if not handle.daemon:
            handle.join()


def install():
    threading._allocate_lock = Lock
    threading.Lock = Lock
    threading._CRLock = None
    threading._ThreadHandle = ThreadHandle
    threading._start_joinable_thread = _start_joinable_thread
    queue.SimpleQueue = queue._PySimpleQueue
    os.cpu_count = os.process_cpu_count = lambda: CPU_COUNT
