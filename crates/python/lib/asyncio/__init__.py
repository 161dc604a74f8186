"""asyncio. What nearly every program needs is native or in `runners`; the rest is loaded when it is first used."""

from _asyncio import (
    CancelledError, EventLoop, Future, Handle, InvalidStateError, Task, TimerHandle, _get_running_loop, all_tasks,
    create_task, current_task, ensure_future, gather, get_running_loop, iscoroutine, iscoroutinefunction, isfuture,
    shield, sleep,
)
from asyncio.runners import run

TimeoutError = TimeoutError
SelectorEventLoop = BaseEventLoop = EventLoop

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_PARTS = {
    "_runner": ("Runner",),
    "coroutines": (),
    "events": (
        "AbstractEventLoop", "AbstractEventLoopPolicy", "DefaultEventLoopPolicy", "get_event_loop",
        "get_event_loop_policy", "new_event_loop", "set_event_loop", "set_event_loop_policy",
    ),
    "exceptions": ("BrokenBarrierError", "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"),
    "futures": ("wrap_future",),
    "locks": ("Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"),
    "log": (),
    "queues": ("LifoQueue", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull", "QueueShutDown"),
    "taskgroups": ("TaskGroup",),
    "tasks": ("as_completed", "run_coroutine_threadsafe", "wait", "wait_for"),
    "threads": ("to_thread",),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
}

__all__ = (
    "ALL_COMPLETED", "BaseEventLoop", "CancelledError", "EventLoop", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Future",
    "Handle", "InvalidStateError", "SelectorEventLoop", "Task", "TimeoutError", "TimerHandle",
    "_get_running_loop", "all_tasks", "create_task", "current_task", "ensure_future", "gather", "get_running_loop",
    "iscoroutine", "iscoroutinefunction", "isfuture", "run", "shield", "sleep",
    *(name for names in _PARTS.values() for name in names),
)


def __getattr__(name):
    part = _part_with(name)
    if part is None:
        import asyncio
        from _switchboard import no_attribute

        raise no_attribute(asyncio, name)
    value = globals()[name] = _load(part) if name == part else getattr(_load(part), name)
    return value


def __dir__():
    return sorted({*globals(), *__all__, *_PARTS})


def _part_with(name):
    if name in _PARTS:
        return name
    for part, names in _PARTS.items():
        if name in names:
            return part


def _load(part):
    if part == "_runner":
        import asyncio._runner as module
    elif part == "coroutines":
        import asyncio.coroutines as module
    elif part == "events":
        import asyncio.events as module
    elif part == "exceptions":
        import asyncio.exceptions as module
    elif part == "futures":
        import asyncio.futures as module
    elif part == "locks":
        import asyncio.locks as module
    elif part == "log":
        import asyncio.log as module
    elif part == "queues":
        import asyncio.queues as module
    elif part == "taskgroups":
        import asyncio.taskgroups as module
    elif part == "tasks":
        import asyncio.tasks as module
    elif part == "threads":
        import asyncio.threads as module
    else:
        import asyncio.timeouts as module
    return module
