"""The future of `concurrent.futures`: what threads wait for. `run_coroutine_threadsafe` returns one."""

from _asyncio import park, unpark

_STATES = {"PENDING": "pending", "RUNNING": "running", "CANCELLED": "cancelled", "CANCELLED_AND_NOTIFIED": "cancelled",
           "FINISHED": "finished"}


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class Future:
    __module__ = "concurrent.futures._base"

    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        outcome = ""
        if self._state == "FINISHED":
            value = self._result if self._exception is None else self._exception
            outcome = f" {'returned' if self._exception is None else 'raised'} {type(value).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={_STATES[self._state]}{outcome}>"

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._state = "CANCELLED"
            unpark(self)
            self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")

    def add_done_callback(self, fn):
        if self.done():
            self._invoke(fn)
        else:
            self._done_callbacks.append(fn)

    def result(self, timeout=None):
        self._wait(timeout)
        try:
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            # The exception's traceback holds this frame.
            self = None

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            self._state = "CANCELLED_AND_NOTIFIED"
            return False
        if self._state == "PENDING":
            self._state = "RUNNING"
            return True
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish()
        self._result = result
        self._invoke_callbacks()

    def set_exception(self, exception):
        self._finish()
        self._exception = exception
        self._invoke_callbacks()

    def _finish(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state = "FINISHED"
        unpark(self)

    def _wait(self, timeout):
        if not self.done() and (timeout is None or timeout > 0):
            park(self, timeout)
        if self.cancelled():
            raise CancelledError()
        if not self.done():
            raise TimeoutError()

    def _invoke_callbacks(self):
        for fn in self._done_callbacks:
            self._invoke(fn)

    def _invoke(self, fn):
        try:
            fn(self)
        except Exception:
            from logging import getLogger

            getLogger("concurrent.futures").exception("exception calling callback for %r", self)
