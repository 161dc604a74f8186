//! Which modules there are.

use super::hint::Instead;

/// The modules that programs can import.
const SUPPORTED: [&str; 51] = [
    "__future__",
    "abc",
    "asyncio",
    "bisect",
    "builtins",
    "calendar",
    "collections",
    "collections.abc",
    "contextlib",
    "contextvars",
    "copy",
    "dataclasses",
    "datetime",
    "enum",
    "fractions",
    "functools",
    "gc",
    "graphlib",
    "hashlib",
    "heapq",
    "inspect",
    "io",
    "itertools",
    "json",
    "keyword",
    "logging",
    "math",
    "numbers",
    "operator",
    "os",
    "os.path",
    "platform",
    "pprint",
    "queue",
    "random",
    "sched",
    "secrets",
    "signal",
    "statistics",
    "string",
    "sys",
    "textwrap",
    "time",
    "timeit",
    "traceback",
    "types",
    "typing",
    "uuid",
    "warnings",
    "weakref",
    "asyncio.exceptions",
];

/// Modules that Switchboard will simulate, each with what programs can use until then.
const PLANNED: [(&str, Instead); 9] = [
    ("threading", Instead::Tasks),
    ("multiprocessing", Instead::Tasks),
    ("concurrent", Instead::Tasks),
    ("socket", Instead::Sleep),
    ("selectors", Instead::Sleep),
    ("requests", Instead::Sleep),
    ("aiohttp", Instead::Sleep),
    ("urllib", Instead::Sleep),
    ("httpx", Instead::Sleep),
];

/// The dotted names of all modules that programs can import.
#[must_use]
pub fn supported_modules() -> &'static [&'static str] {
    &SUPPORTED
}

/// Whether `import name` can work.
#[must_use]
pub fn is_supported_module(name: &str) -> bool {
    SUPPORTED.contains(&name)
}

/// What programs can use in place of a module that is planned.
pub(super) fn planned(name: &str) -> Option<Instead> {
    let top = name.split('.').next().unwrap_or(name);
    PLANNED
        .iter()
        .find(|(planned, _)| *planned == top)
        .map(|(_, instead)| *instead)
}
