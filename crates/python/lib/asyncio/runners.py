"""asyncio.run. It gets along without a class, so that a program without classes is spared their machinery."""

import sys
from contextvars import copy_context

from _asyncio import (
    CancelledError, EventLoop, _get_running_loop, _set_policy_loop, all_tasks, gather, iscoroutine,
)

__all__ = ("Runner", "run")

# How long the threads of the default executor may take to end, in seconds.
_THREAD_JOIN_TIMEOUT = 300

# Whether a loop was set before `asyncio.events` was loaded, whose policy remembers it from then on.
_set_called = False


def run(main, *, debug=None, loop_factory=None):
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    loop = _open_loop(debug, loop_factory)
    try:
        _check(main)
        return _run_main(loop, loop.create_task(main, context=copy_context()))
    finally:
        _close_loop(loop, loop_factory)


# What the first SIGINT cancels, as [loop, main task, number of signals].
_interruptible = None


def _run_main(loop, task):
    global _interruptible
    before, _interruptible = _interruptible, [loop, task, 0]
    try:
        return loop.run_until_complete(task)
    except CancelledError:
        if _interruptible[2] > 0 and task.uncancel() == 0:
            raise KeyboardInterrupt()
        raise
    finally:
        # What the task raises has this frame in its traceback: they would keep each other.
        _interruptible, task = before, None


def _interrupt():
    """Deals with a SIGINT: whether the main task was cancelled for it."""
    if _interruptible is None:
        return False
    loop, task, count = _interruptible
    _interruptible[2] += 1
    if count > 0 or task.done():
        return False
    task.cancel()
    loop.call_soon_threadsafe(lambda: None)
    return True


def __getattr__(name):
    if name != "Runner":
        raise AttributeError(f"module 'asyncio.runners' has no attribute {name!r}")
    from asyncio._runner import Runner

    return Runner


def _open_loop(debug, loop_factory):
    if loop_factory is None:
        loop = _new_event_loop()
        _set_event_loop(loop)
    else:
        loop = loop_factory()
    if debug is not None:
        loop.set_debug(debug)
    return loop


def _check(coro):
    if not iscoroutine(coro):
        raise ValueError(f"a coroutine was expected, got {coro!r}")
    if _get_running_loop() is not None:
        raise RuntimeError("Runner.run() cannot be called from a running event loop")


def _close_loop(loop, loop_factory):
    try:
        _cancel_all_tasks(loop)
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor(_THREAD_JOIN_TIMEOUT))
    finally:
        if loop_factory is None:
            _set_event_loop(None)
        loop.close()


def _cancel_all_tasks(loop):
    tasks = list(all_tasks(loop))
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })


# As long as nobody has asked for `asyncio.events`, the policy is the usual one, and these do what it does.


def _new_event_loop():
    events = sys.modules.get("asyncio.events")
    if events is not None:
        return events.new_event_loop()
    _log_selector()
    return EventLoop()


def _set_event_loop(loop):
    global _set_called
    events = sys.modules.get("asyncio.events")
    if events is not None:
        return events.set_event_loop(loop)
    _set_called = True
    _set_policy_loop(loop)


def _log_selector():
    # Without the program's own import of logging, nobody would see it.
    logging = sys.modules.get("logging")
    if logging is not None:
        # A log may show which function speaks: it is the constructor of the loop.
        def __init__():
            logging.getLogger("asyncio").debug("Using selector: %s", "EpollSelector")

        __init__()
