//! Names that occur often are allocated once.

use std::collections::HashSet;
use std::rc::Rc;

/// The names of one compilation.
#[derive(Default)]
pub(super) struct Interner {
    names: HashSet<Rc<str>>,
}

impl Interner {
    pub(super) fn intern(&mut self, text: &str) -> Rc<str> {
        if let Some(name) = self.names.get(text) {
            return name.clone();
        }
        let name: Rc<str> = text.into();
        self.names.insert(name.clone());
        name
    }

    /// The name under which an identifier in the body of `class` is known: `__x` becomes `_Class__x`.
    ///
    /// Mirrors CPython's `_Py_Mangle`.
    pub(super) fn mangle(&mut self, class: Option<&str>, name: &str) -> Rc<str> {
        match class.and_then(|class| mangled(class, name)) {
            Some(mangled) => self.intern(&mangled),
            None => self.intern(name),
        }
    }
}

/// The name by which a private name is known in a class's body. None for other names.
pub(crate) fn mangled(class: &str, name: &str) -> Option<String> {
    let class = class.trim_start_matches('_');
    (is_private(name) && !class.is_empty()).then(|| format!("_{class}{name}"))
}

fn is_private(name: &str) -> bool {
    name.starts_with("__") && !name.ends_with("__") && !name.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_names_are_mangled_as_in_cpython() {
        let mut interner = Interner::default();
        for (class, name, expected) in [
            (Some("A"), "__x", "_A__x"),
            (Some("__A"), "__x", "_A__x"),
            (Some("___"), "__x", "__x"),
            (Some("A"), "__x__", "__x__"),
            (Some("A"), "_x", "_x"),
            (Some("A"), "__a.b", "__a.b"),
            (None, "__x", "__x"),
        ] {
            assert_eq!(&*interner.mangle(class, name), expected);
        }
    }
}
