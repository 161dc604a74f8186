"""Deadlines for blocks of code."""

from _asyncio import CancelledError, current_task, get_running_loop

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    def __init__(self, when):
        self._when = when
        # "created", "active", "expiring" (the task has been cancelled), and then "expired" or "finished".
        self._state = "created"
        self._task = None
        self._handle = None

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        when = ""
        if self._state == "active":
            when = f" when={None if self._when is None else round(self._when, 3)}"
        return f"<Timeout [{self._state}]{when}>"

    def reschedule(self, when):
        if self._state == "created":
            raise RuntimeError("Timeout has not been entered")
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._on_timeout)
            else:
                self._handle = loop.call_at(when, self._on_timeout)

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._handle = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "active":
            self._state = "finished"
        elif self._state == "expiring":
            self._state = "expired"
            # More requests than at the start, our own taken back: somebody else wants to cancel the task, too.
            if self._task.uncancel() <= self._cancelling and exc is not None:
                if isinstance(exc, CancelledError):
                    raise TimeoutError from exc
                _explain(exc)
                if isinstance(exc, ExceptionGroup):
                    for part in exc.exceptions:
                        _explain(part)


def _explain(exc):
    """Puts a TimeoutError in front of the cancellation during which `exc` was raised."""
    while (context := exc.__context__) is not None:
        if isinstance(context, CancelledError):
            error = TimeoutError()
            error.__context__ = error.__cause__ = context
            exc.__context__ = error
            return
        exc = context


def timeout(delay):
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    return Timeout(when)
