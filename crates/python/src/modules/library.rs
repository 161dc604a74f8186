//! The modules that are written in Python.
//!
//! asyncio is always at hand. The rest is part of the binary with the feature `library`; without it, whoever embeds
//! the machine brings the texts: [`imports`] tells which a program needs, and [`Fetch`] hands them over.

use crate::bytecode::{Code, Const, Op};
use crate::syntax;
use std::rc::Rc;

/// The text of a library module, by the module's full name.
pub type Fetch = Rc<dyn Fn(&str) -> Option<Rc<str>>>;

/// The full name of a module, and what gives its text.
type Text = (&'static str, fn() -> &'static str);

/// The texts of modules, from their files in `lib/`. Each stands behind a function of its own: so a build that puts off
/// what is seldom called puts off the texts of modules that are seldom imported.
macro_rules! texts {
    ($($name:literal in $file:literal,)*) => {
        &[$(($name, || include_str!(concat!("../../lib/", $file)))),*]
    };
}

/// The modules that are always at hand.
const EMBEDDED: &[Text] = texts! {
    "_anext" in "_anext.py",
    "_bigrange" in "_bigrange.py",
    "asyncio" in "asyncio/__init__.py",
    "asyncio._runner" in "asyncio/_runner.py",
    "asyncio.coroutines" in "asyncio/coroutines.py",
    "asyncio.events" in "asyncio/events.py",
    "asyncio.exceptions" in "asyncio/exceptions.py",
    "asyncio.futures" in "asyncio/futures.py",
    "asyncio.locks" in "asyncio/locks.py",
    "asyncio.log" in "asyncio/log.py",
    "asyncio.mixins" in "asyncio/mixins.py",
    "asyncio.queues" in "asyncio/queues.py",
    "asyncio.runners" in "asyncio/runners.py",
    "asyncio.taskgroups" in "asyncio/taskgroups.py",
    "asyncio.tasks" in "asyncio/tasks.py",
    "asyncio.threads" in "asyncio/threads.py",
    "asyncio.timeouts" in "asyncio/timeouts.py",
};

/// The text of a module that is part of the binary.
pub fn embedded(name: &str) -> Option<&'static str> {
    match text_in(EMBEDDED, name) {
        None if is_listed(name) => seldom_embedded(name),
        found => found,
    }
}

/// Apart from the others, since a build may put this off, and with it the table.
#[cold]
#[inline(never)]
fn seldom_embedded(name: &str) -> Option<&'static str> {
    text_in(TEXTS, name)
}

fn text_in(texts: &[Text], name: &str) -> Option<&'static str> {
    let (_, text) = texts.iter().find(|(module, _)| *module == name)?;
    Some(text())
}

/// The other modules and their files in `lib/`, and the texts where they are part of the binary.
macro_rules! library {
    ($($name:literal in $file:literal,)*) => {
        /// The names of the modules that are part of the binary only with the feature `library`, each with its file
        /// in `lib/`.
        pub const MODULES: &[(&str, &str)] = &[$(($name, $file)),*];

        /// The texts, likewise.
        #[cfg(feature = "library")]
        const TEXTS: &[Text] = texts! { $($name in $file,)* };
        #[cfg(not(feature = "library"))]
        const TEXTS: &[Text] = &[];
    };
}

library! {
    "__future__" in "__future__.py",
    "_collections_user" in "_collections_user.py",
    "_concurrent_future" in "_concurrent_future.py",
    "abc" in "abc.py",
    "asyncio.base_tasks" in "asyncio_base_tasks.py",
    "bisect" in "bisect.py",
    "calendar" in "calendar.py",
    "cmath" in "cmath.py",
    "collections" in "collections.py",
    "collections.abc" in "collections_abc.py",
    "contextlib" in "contextlib.py",
    "copy" in "copy.py",
    "dataclasses" in "dataclasses.py",
    "datetime" in "datetime.py",
    "enum" in "enum.py",
    "fractions" in "fractions.py",
    "functools" in "functools.py",
    "graphlib" in "graphlib.py",
    "hashlib" in "hashlib.py",
    "heapq" in "heapq.py",
    "inspect" in "inspect.py",
    "io" in "io.py",
    "itertools" in "itertools.py",
    "json" in "json.py",
    "json.decoder" in "json_decoder.py",
    "keyword" in "keyword.py",
    "logging" in "logging.py",
    "numbers" in "numbers.py",
    "operator" in "operator.py",
    "platform" in "platform.py",
    "pprint" in "pprint.py",
    "queue" in "queue.py",
    "random" in "random.py",
    "sched" in "sched.py",
    "secrets" in "secrets.py",
    "signal" in "signal.py",
    "statistics" in "statistics.py",
    "string" in "string.py",
    "textwrap" in "textwrap.py",
    "timeit" in "timeit.py",
    "traceback" in "traceback.py",
    "types" in "types.py",
    "typing" in "typing.py",
    "uuid" in "uuid.py",
    "warnings" in "warnings.py",
    "weakref" in "weakref.py",
}

/// Whether a module of this name is written in Python, at hand or not.
pub fn is_listed(name: &str) -> bool {
    MODULES.iter().any(|(module, _)| *module == name)
}

/// What a few functions of native modules and of asyncio import when they are called.
const LATE: [(&str, &str); 7] = [
    ("add_signal_handler", "signal"),
    ("run_coroutine_threadsafe", "_concurrent_future"),
    ("wrap_future", "_concurrent_future"),
    ("print_stack", "asyncio.base_tasks"),
    ("to_thread", "functools"),
    ("strptime", "datetime"),
    ("logger", "logging"),
];

/// Which of [`MODULES`] a source text imports, wherever in it, in their order. The texts of these import further
/// ones: ask again with each. Empty for a text with syntax errors.
pub fn imports(source: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    if let Some(code) = syntax::compile_module(source).code {
        collect(&code, &mut names);
    }
    let wanted = MODULES.iter().map(|(name, _)| *name);
    wanted
        .filter(|name| names.iter().any(|wanted| wanted == name))
        .collect()
}

/// The full names of what code imports: of `from a.b import c` these are `a`, `a.b` and `a.b.c`.
fn collect(code: &Code, names: &mut Vec<String>) {
    for op in &code.ops {
        let Op::ImportName { name, from_list, .. } = op else {
            continue;
        };
        let Some(name) = code.names.get(usize::from(*name)) else {
            continue;
        };
        let ends = name.match_indices('.').map(|(at, _)| at);
        for end in ends.chain([name.len()]) {
            names.extend(name.get(..end).map(str::to_string));
        }
        if let Some(Const::Tuple(members)) = code.consts.get(*from_list as usize) {
            let texts = members.iter().filter_map(|member| match member {
                Const::Str(text) => Some(text),
                _ => None,
            });
            names.extend(texts.map(|member| format!("{name}.{member}")));
        }
    }
    for (function, module) in LATE {
        if code.names.iter().any(|name| &**name == function) {
            names.push(module.to_string());
        }
    }
    for inner in &code.consts {
        if let Const::Code(inner) = inner {
            collect(inner, names);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_found_wherever_they_stand() {
        let source = "import asyncio, math\nfrom collections import abc\ndef f():\n    import json as j\n";
        assert_eq!(imports(source), ["collections", "collections.abc", "json"]);
    }

    #[test]
    fn what_functions_import_late_is_found_by_their_names() {
        assert_eq!(
            imports("import asyncio\nasync def f():\n    await asyncio.to_thread(print)\n"),
            ["functools"]
        );
    }

    #[test]
    fn a_text_with_errors_imports_nothing() {
        assert_eq!(imports("import json\nx ="), [""; 0]);
    }
}
