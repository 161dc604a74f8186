//! The standard library: modules in Rust, and modules in Python that the machine runs.

pub mod builtins;
pub mod contextvars;
pub mod functions;
pub mod gc;
pub mod hooks;
pub mod math;
pub mod native_types;
pub mod os;
pub mod streams;
pub mod structseq;
pub mod switchboard;
pub mod sys;
pub mod time;

use crate::object::Dict;
use crate::vm::Vm;
use std::rc::Rc;

/// Fills a native module's namespace.
pub type Fill = fn(&Rc<Vm>, &Dict);

/// The native part of a module.
pub fn native(name: &str) -> Option<Fill> {
    Some(match name {
        "_asyncio" => crate::aio::fill,
        "builtins" => builtins::fill,
        "gc" => gc::fill,
        "_switchboard" => switchboard::fill,
        "math" => math::fill,
        "os" => os::fill,
        "os.path" | "posixpath" => os::path::fill,
        "sys" => sys::fill,
        "time" => time::fill,
        "_contextvars" | "contextvars" => contextvars::fill,
        _ => return None,
    })
}

/// The part of a module that is written in Python.
pub fn source(name: &str) -> Option<&'static str> {
    Some(match name {
        "__future__" => include_str!("../../lib/__future__.py"),
        "_anext" => include_str!("../../lib/_anext.py"),
        "_collections_user" => include_str!("../../lib/_collections_user.py"),
        "abc" => include_str!("../../lib/abc.py"),
        "asyncio" => include_str!("../../lib/asyncio/__init__.py"),
        "asyncio.coroutines" => include_str!("../../lib/asyncio/coroutines.py"),
        "asyncio.events" => include_str!("../../lib/asyncio/events.py"),
        "asyncio.exceptions" => include_str!("../../lib/asyncio/exceptions.py"),
        "asyncio.futures" => include_str!("../../lib/asyncio/futures.py"),
        "asyncio.locks" => include_str!("../../lib/asyncio/locks.py"),
        "asyncio.log" => include_str!("../../lib/asyncio/log.py"),
        "asyncio.mixins" => include_str!("../../lib/asyncio/mixins.py"),
        "asyncio.queues" => include_str!("../../lib/asyncio/queues.py"),
        "asyncio.runners" => include_str!("../../lib/asyncio/runners.py"),
        "asyncio.taskgroups" => include_str!("../../lib/asyncio/taskgroups.py"),
        "asyncio.tasks" => include_str!("../../lib/asyncio/tasks.py"),
        "asyncio.threads" => include_str!("../../lib/asyncio/threads.py"),
        "asyncio.timeouts" => include_str!("../../lib/asyncio/timeouts.py"),
        "bisect" => include_str!("../../lib/bisect.py"),
        "calendar" => include_str!("../../lib/calendar.py"),
        "collections" => include_str!("../../lib/collections.py"),
        "collections.abc" => include_str!("../../lib/collections_abc.py"),
        "contextlib" => include_str!("../../lib/contextlib.py"),
        "copy" => include_str!("../../lib/copy.py"),
        "dataclasses" => include_str!("../../lib/dataclasses.py"),
        "datetime" => include_str!("../../lib/datetime.py"),
        "enum" => include_str!("../../lib/enum.py"),
        "fractions" => include_str!("../../lib/fractions.py"),
        "functools" => include_str!("../../lib/functools.py"),
        "graphlib" => include_str!("../../lib/graphlib.py"),
        "heapq" => include_str!("../../lib/heapq.py"),
        "inspect" => include_str!("../../lib/inspect.py"),
        "io" => include_str!("../../lib/io.py"),
        "itertools" => include_str!("../../lib/itertools.py"),
        "json" => include_str!("../../lib/json.py"),
        "keyword" => include_str!("../../lib/keyword.py"),
        "logging" => include_str!("../../lib/logging.py"),
        "numbers" => include_str!("../../lib/numbers.py"),
        "operator" => include_str!("../../lib/operator.py"),
        "pprint" => include_str!("../../lib/pprint.py"),
        "queue" => include_str!("../../lib/queue.py"),
        "random" => include_str!("../../lib/random.py"),
        "sched" => include_str!("../../lib/sched.py"),
        "secrets" => include_str!("../../lib/secrets.py"),
        "signal" => include_str!("../../lib/signal.py"),
        "statistics" => include_str!("../../lib/statistics.py"),
        "string" => include_str!("../../lib/string.py"),
        "textwrap" => include_str!("../../lib/textwrap.py"),
        "timeit" => include_str!("../../lib/timeit.py"),
        "traceback" => include_str!("../../lib/traceback.py"),
        "types" => include_str!("../../lib/types.py"),
        "typing" => include_str!("../../lib/typing.py"),
        "uuid" => include_str!("../../lib/uuid.py"),
        "warnings" => include_str!("../../lib/warnings.py"),
        "weakref" => include_str!("../../lib/weakref.py"),
        _ => return None,
    })
}
