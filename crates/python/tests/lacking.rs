//! What is said to be lacking of CPython's modules is just what is lacking.

use switchboard_python::syntax::{lacking, supported_modules};
use switchboard_python::{Options, Session};

/// The public names of each module, as `names/record.py` has found them in CPython.
const NAMES: &str = include_str!("names/names.txt");

/// Of a module's names those that an import here does not bring.
fn missing<'a>(module: &str, names: &'a str) -> Vec<&'a str> {
    let import = match module.rsplit_once('.') {
        Some((outer, inner)) => format!("from {outer} import {inner} as m"),
        None => format!("import {module} as m"),
    };
    let source = format!("{import}\nfor name in '{names}'.split():\n    print(hasattr(m, name))\n");
    let mut session = Session::new(&source, Options::default());
    session.run_to_end();
    let printed: String = session
        .take_output()
        .into_iter()
        .map(|piece| piece.text)
        .collect();
    let had: Vec<bool> = printed.lines().map(|line| line == "True").collect();
    let names: Vec<&str> = names.split(' ').collect();
    assert_eq!(had.len(), names.len(), "{module}: {printed}");
    names
        .into_iter()
        .zip(had)
        .filter(|(_, had)| !had)
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_name_of_cpythons_modules_is_there_or_is_said_to_be_lacking() {
    let mut modules = Vec::new();
    for line in NAMES.lines() {
        let (module, names) = line.split_once(": ").expect("a module and its names");
        let missing = missing(module, names);
        let said: Vec<&str> = names
            .split(' ')
            .filter(|name| lacking(module, name).is_some())
            .collect();
        let refused = |name: &&str| module == "builtins" && REFUSED.contains(name);
        let said: Vec<&str> = said.into_iter().filter(|name| !refused(name)).collect();
        assert_eq!(missing, said, "{module}");
        modules.push(module);
    }
    assert_eq!(modules.pop(), Some("asyncio.EventLoop"));
    assert_eq!(modules, supported_modules());
}

/// Those that are there to say that they are not available.
const REFUSED: [&str; 5] = ["open", "eval", "exec", "compile", "breakpoint"];
