//! Library modules whose texts the host brings.

use std::cell::RefCell;
use std::rc::Rc;
use switchboard_python::{Exit, Options, Session, library_imports, modules::library};

/// Reads a module's text from `lib/`, as a page would fetch it.
fn read(name: &str) -> Option<Rc<str>> {
    let (_, file) = library::MODULES.iter().find(|(module, _)| *module == name)?;
    let path = format!("{}/lib/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).ok().map(Into::into)
}

/// All that a program imports, and what that imports.
fn closure(source: &str) -> Vec<&'static str> {
    let mut found = library_imports(source);
    let mut at = 0;
    while let Some(name) = found.get(at) {
        let text = read(name).expect("it is in lib/");
        for next in library_imports(&text) {
            if !found.contains(&next) {
                found.push(next);
            }
        }
        at += 1;
    }
    found
}

#[test]
fn every_listed_module_has_its_file_and_compiles() {
    for (name, _) in library::MODULES {
        let text = read(name).unwrap_or_else(|| panic!("{name} has no file"));
        let errors = switchboard_python::syntax::compile(&text, name).code.is_none();
        assert!(!errors, "{name} does not compile");
    }
}

#[test]
fn each_module_can_be_imported_with_no_more_than_what_its_closure_brings() {
    for (name, _) in library::MODULES {
        let source = format!("import {name}\n");
        let brought = closure(&source);
        let asked = Rc::new(RefCell::new(Vec::new()));
        let log = asked.clone();
        let fetch = move |name: &str| {
            log.borrow_mut().push(name.to_string());
            read(name)
        };
        let options = Options {
            library: Some(Rc::new(fetch)),
            ..Options::default()
        };
        let mut session = Session::new(&source, options);
        assert_eq!(session.run_to_end(), Exit::Ok, "import {name}");
        for name in asked.borrow().iter() {
            assert!(
                brought.contains(&name.as_str()),
                "{name} is missing in {brought:?}"
            );
        }
    }
}
