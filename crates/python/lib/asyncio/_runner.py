"""asyncio.Runner: what asyncio.run does, in the caller's own steps."""

from contextvars import copy_context

from asyncio.runners import _check, _close_loop, _open_loop, _run_main


class Runner:
    __module__ = "asyncio.runners"

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()

    def close(self):
        if self._state != "initialized":
            return
        try:
            _close_loop(self._loop, self._loop_factory)
        finally:
            self._loop = None
            self._state = "closed"

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        _check(coro)
        self._lazy_init()
        if context is None:
            context = self._context
        return _run_main(self._loop, self._loop.create_task(coro, context=context))

    def _lazy_init(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        if self._state == "initialized":
            return
        self._loop = _open_loop(self._debug, self._loop_factory)
        self._context = copy_context()
        self._state = "initialized"
