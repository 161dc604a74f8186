//! Which modules there are.

use super::hint::{Hint, Instead};

/// The modules that programs can import.
const SUPPORTED: [&str; 53] = [
    "__future__",
    "abc",
    "asyncio",
    "bisect",
    "builtins",
    "calendar",
    "cmath",
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
    "json.decoder",
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

/// The top-level modules of CPython's standard library, whether programs here can import them or not:
/// `sys.stdlib_module_names`.
const STANDARD: &str = "\
    __future__ _thread abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect \
    builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys compileall \
    concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime \
    dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp \
    fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp \
    gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json \
    keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt \
    multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle \
    pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd \
    py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource \
    rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket \
    socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep \
    struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this \
    threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle \
    turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser \
    winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";

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

/// Whether CPython's standard library has a top-level module of this name.
#[must_use]
pub fn is_standard_module(name: &str) -> bool {
    STANDARD.split(' ').any(|standard| standard == name)
}

/// Whether `import name` can work.
#[must_use]
pub fn is_supported_module(name: &str) -> bool {
    SUPPORTED.contains(&name)
}

/// What to know of a module that CPython has, or that is to come, and that programs here cannot import.
#[must_use]
pub fn missing_module(name: &str) -> Option<Hint> {
    let top = name.split('.').next().unwrap_or(name);
    match planned(name) {
        Some(instead) => Some(Hint::Later(name.to_owned(), instead)),
        None => is_standard_module(top).then(|| Hint::NotHere(name.to_owned())),
    }
}

/// What programs can use in place of a module that is planned.
fn planned(name: &str) -> Option<Instead> {
    let top = name.split('.').next().unwrap_or(name);
    PLANNED
        .iter()
        .find(|(planned, _)| *planned == top)
        .map(|(_, instead)| *instead)
}
