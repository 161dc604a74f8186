//! Which modules there are.

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
const PLANNED: [(&str, &str); 9] = [
    (
        "threading",
        "asyncio tasks (asyncio.create_task) run side by side here",
    ),
    (
        "multiprocessing",
        "asyncio tasks (asyncio.create_task) run side by side here",
    ),
    (
        "concurrent",
        "asyncio tasks (asyncio.create_task) run side by side here",
    ),
    ("socket", "asyncio.sleep can stand for waiting on the network"),
    ("selectors", "asyncio.sleep can stand for waiting on the network"),
    ("requests", "asyncio.sleep can stand for waiting on the network"),
    ("aiohttp", "asyncio.sleep can stand for waiting on the network"),
    ("urllib", "asyncio.sleep can stand for waiting on the network"),
    ("httpx", "asyncio.sleep can stand for waiting on the network"),
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
pub(super) fn planned(name: &str) -> Option<&'static str> {
    let top = name.split('.').next().unwrap_or(name);
    PLANNED
        .iter()
        .find(|(planned, _)| *planned == top)
        .map(|(_, instead)| *instead)
}
