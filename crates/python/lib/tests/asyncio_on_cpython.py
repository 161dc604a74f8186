"""Run the conformance programs on CPython with the asyncio of this folder's parent.

What is native in the VM (futures, tasks, the loop, gather, shield, sleep) is CPython's own here, on the virtual clock
with which the goldens were recorded; all other modules of asyncio are ours. Usage:

    python3.13 asyncio_on_cpython.py [PROGRAM, FOLDER OR FILE.jsonl ...]

A `.jsonl` holds random programs with their goldens, as `tests/conformance/fuzz.py` writes them. Where a program has
no golden, one is recorded first.
"""

import importlib.util
import json
import pathlib
import re
import sys
import types

LIB = pathlib.Path(__file__).resolve().parent.parent
CASES = LIB / "tests" / "asyncio_cases"
CONFORMANCE = LIB.parents[2] / "tests" / "conformance"
sys.path.insert(0, str(CONFORMANCE))

import virtual  # noqa: E402  (first, since it replaces the clock)
from virtual.run import RecordingFailed, run  # noqa: E402

import asyncio as original  # noqa: E402
import collections  # noqa: E402
import concurrent.futures  # noqa: E402, F401
import contextlib  # noqa: E402, F401


def main():
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]] or [CONFORMANCE, CASES]
    cases = [case for path in paths for case in cases_in(path)]
    substitute()
    programs = failures = 0
    for name, source, golden in cases:
        programs += 1
        difference = compare(name, source, golden)
        if difference:
            failures += 1
            print(f"{name}\n{difference}")
    print(f"{programs} programs, {failures} differ")
    return 1 if failures or not programs else 0


def cases_in(path):
    """Name, source and golden of each program."""
    if path.suffix == ".jsonl":
        for line in path.open(encoding="utf-8"):
            case = json.loads(line)
            yield "fuzz.py", case["source"], case["golden"]
        return
    for program in sorted(path.glob("**/*.py")) if path.is_dir() else [path]:
        if "virtual" in program.parts or program.parent == CONFORMANCE:
            continue
        source = program.read_text(encoding="utf-8")
        golden = program.with_suffix(".golden.json")
        if golden.exists():
            yield program.name, source, json.loads(golden.read_text(encoding="utf-8"))
        else:
            yield program.name, source, run(program.name, source)


def compare(name, source, golden):
    """How the run differs from the golden, or None."""
    try:
        ours = run(name, source)
    except RecordingFailed as error:
        return f"  {error}"
    if ours == golden:
        return None
    for number, (theirs, our) in enumerate(zip(golden["output"], ours["output"]), 1):
        if theirs != our:
            return f"  line {number}\n  CPython: {theirs}\n  ours:    {our}"
    rest = [(g["output"][-2:], g["exit"], g["elapsed"]) for g in (golden, ours)]
    return f"  CPython: {rest[0]}\n  ours:    {rest[1]}"


def substitute():
    """Puts our modules in the places of asyncio's. The loop keeps those with which it was made."""
    for name in [name for name in sys.modules if name == "asyncio" or name.startswith("asyncio.")]:
        del sys.modules[name]
    sys.modules["_asyncio"] = native_module()
    sys.modules["_switchboard"] = module("_switchboard", deque=collections.deque)
    place = LIB / "asyncio"
    spec = importlib.util.spec_from_file_location(
        "asyncio", place / "__init__.py", submodule_search_locations=[str(place)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["asyncio"] = package
    spec.loader.exec_module(package)
    # As in the goldens, sets are shown by creation of their tasks, and no places inside of the library.
    package.tasks.set = virtual.loop.OrderedSet
    virtual.streams._LIBRARY_PLACE = re.compile(
        virtual.streams._LIBRARY_PLACE.pattern.replace(r"/python3\.\d+/", r"/(?:python3\.\d+|lib/asyncio)/")
    )
    for part in package._PARTS:
        check_names(getattr(original, part), getattr(package, part))


def check_names(theirs, ours):
    """Representations and tracebacks show what classes are called."""
    for name in getattr(ours, "__all__", ()):
        their, our = getattr(theirs, name), getattr(ours, name)
        if isinstance(their, type) and repr(their) != repr(our):
            raise AssertionError(f"CPython: {their!r}, ours: {our!r}")


def native_module():
    """`_asyncio` as the VM offers it."""
    policy = virtual.loop.VirtualEventLoopPolicy()
    original.set_event_loop_policy(policy)
    return module(
        "_asyncio",
        Future=original.Future,
        Task=original.Task,
        EventLoop=virtual.loop.VirtualEventLoop,
        Handle=original.Handle,
        TimerHandle=original.TimerHandle,
        CancelledError=original.CancelledError,
        InvalidStateError=original.InvalidStateError,
        all_tasks=original.all_tasks,
        create_task=original.create_task,
        current_task=original.current_task,
        ensure_future=original.ensure_future,
        gather=original.gather,
        get_running_loop=original.get_running_loop,
        iscoroutine=original.iscoroutine,
        iscoroutinefunction=original.iscoroutinefunction,
        isfuture=original.isfuture,
        shield=original.shield,
        sleep=original.sleep,
        note=note,
        _get_running_loop=original._get_running_loop,
        _get_policy_loop=lambda: policy._local._loop,
        _set_policy_loop=policy.set_event_loop,
    )


CHANGES = {
    "acquired", "released", "put", "got", "task_done", "set", "cleared", "notified", "arrived", "broken", "shutdown",
}
WAITS = {"lock", "semaphore", "event", "condition", "barrier", "get", "put", "join", "group"}


def note(what, object, value=0, waiter=None):
    """The trace's part: nothing but a check that it would be understood."""
    kind, _, name = what.partition(":")
    if kind == "wait":
        assert name in WAITS and original.isfuture(waiter) and not waiter.done(), what
    else:
        assert waiter is None and (kind == "made" or what in CHANGES or what == "group"), what
    assert isinstance(value, int) and value >= 0, (what, value)


def module(name, **contents):
    made = types.ModuleType(name)
    made.__dict__.update(contents)
    return made


if __name__ == "__main__":
    sys.exit(main())
