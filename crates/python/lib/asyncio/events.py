"""Which loop is the current one, and how loops are made. The loop itself is native."""

from _asyncio import (
    EventLoop, Handle, TimerHandle, _get_policy_loop, _get_running_loop, _set_policy_loop, get_running_loop,
)
from asyncio import runners as _runners

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop_policy",
    "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop", "get_running_loop",
    "_get_running_loop",
)


class _Loops(type):
    # The native loop counts as an AbstractEventLoop.
    def __instancecheck__(cls, instance):
        return super().__instancecheck__(instance) or cls is AbstractEventLoop and isinstance(instance, EventLoop)

    def __subclasscheck__(cls, subclass):
        return super().__subclasscheck__(subclass) or cls is AbstractEventLoop and issubclass(subclass, EventLoop)


class AbstractEventLoop(metaclass=_Loops):
    pass


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = EventLoop
    _set_called = False

    def get_event_loop(self):
        if _get_policy_loop() is None and not self._set_called and _thread_name() == "MainThread":
            import warnings

            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=3)
            self.set_event_loop(self.new_event_loop())
        loop = _get_policy_loop()
        if loop is None:
            raise RuntimeError(f"There is no current event loop in thread {_thread_name()!r}.")
        return loop

    def set_event_loop(self, loop):
        self._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        _set_policy_loop(loop)

    def new_event_loop(self):
        _runners._log_selector()
        return self._loop_factory()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    __module__ = "asyncio.unix_events"


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_policy = DefaultEventLoopPolicy()
_policy._set_called = _runners._set_called


def _thread_name():
    import sys

    threading = sys.modules.get("threading")
    return "MainThread" if threading is None else threading.current_thread().name


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'"
        )
    _policy = DefaultEventLoopPolicy() if policy is None else policy


def get_event_loop():
    running = _get_running_loop()
    return _policy.get_event_loop() if running is None else running


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
