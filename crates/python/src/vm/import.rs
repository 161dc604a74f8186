//! `import`.

use super::attr::Found;
use super::cx::{Cx, Request};
use super::source::Owner;
use super::{Source, Vm, VmResult};
use crate::modules::library;
use crate::object::{Dict, Exc, Module, Str, Value};
use std::rc::Rc;

/// The modules that have modules inside, in CPython as well.
const PACKAGES: [&str; 4] = ["asyncio", "collections", "json", "logging"];

/// What the `import` instruction does: the module that the statement binds (or takes names from).
pub(super) async fn import(
    cx: Cx,
    name: Str,
    from_list: Value,
    level: u8,
    globals: Rc<Dict>,
) -> VmResult<Value> {
    let vm = cx.vm.clone();
    if level > 0 {
        let _ = globals;
        return Err(vm.exc(
            &vm.types.import_error,
            "attempted relative import with no known parent package",
        ));
    }
    let mut module = Value::None;
    let mut first = None;
    let mut path = String::new();
    for part in name.split('.') {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(part);
        let next = load(&cx, &path).await?;
        if let (Value::Module(parent), true) = (&module, first.is_some()) {
            parent.dict.set_str(vm.intern(part), next.clone());
        }
        first.get_or_insert_with(|| next.clone());
        module = next;
    }
    if from_list.is_none() {
        return Ok(first.unwrap_or(module));
    }
    // `from package import module`.
    for wanted in from_list.as_tuple().map(|t| t.to_vec()).unwrap_or_default() {
        if let (Some(wanted), Value::Module(parent)) = (wanted.as_str(), &module) {
            if wanted.as_str() == "*" {
                load_listed(&cx, parent, &module).await?;
                break;
            }
            let full = format!("{name}.{wanted}");
            if !parent.dict.contains_str(wanted) && is_known_module(&full) {
                let child = load(&cx, &full).await?;
                parent.dict.set_str(wanted.clone(), child);
            }
        }
    }
    Ok(module)
}

/// Before `from module import *`: the module's `__getattr__` may have to make what `__all__` lists.
async fn load_listed(cx: &Cx, module: &Rc<Module>, value: &Value) -> VmResult<()> {
    for name in listed_names(&cx.vm, module).unwrap_or_default() {
        if let Some(name) = name.as_str()
            && !module.dict.contains_str(name)
        {
            let made = cx.getattr(value, name).await?;
            module.dict.set_str(name.clone(), made);
        }
    }
    Ok(())
}

/// What `__all__` lists, if the module has one.
fn listed_names(vm: &Vm, module: &Module) -> Option<Vec<Value>> {
    let listed = module.dict.get_str(&vm.names.all)?;
    let list = listed.as_list().map(|list| list.to_vec());
    list.or_else(|| listed.as_tuple().map(|tuple| tuple.to_vec()))
}

/// What finding a module takes beyond the instruction that imports it.
const KNOWN_STRAIN: usize = 60;

/// The module of this full name, run if it has not been.
pub async fn load(cx: &Cx, name: &str) -> VmResult<Value> {
    let vm = &cx.vm;
    vm.strain(KNOWN_STRAIN)?;
    if let Some(module) = vm.modules.get_text(name) {
        return Ok(module);
    }
    let module = Rc::new(Module {
        name: vm.intern(name),
        dict: Rc::new(Dict::new()),
    });
    module
        .dict
        .set_str(vm.names.name.clone(), Value::Str(vm.intern(name)));
    module.dict.set_str(vm.names.doc.clone(), Value::None);
    let value = Value::Module(module.clone());
    let native = crate::modules::native(name);
    let source = vm.module_text(name);
    if native.is_none() && source.is_none() {
        let message = match name.rsplit_once('.') {
            Some((parent, _)) if !PACKAGES.contains(&parent) => {
                format!("No module named '{name}'; '{parent}' is not a package")
            }
            _ => format!("No module named '{name}'"),
        };
        let exc = vm.exc(&vm.types.module_not_found_error, message);
        exc.0.attrs().set_str(vm.intern("name"), Value::str(name));
        if let Some(hint) = crate::syntax::missing_module(name) {
            // CPython has it, so that its words alone would be no help.
            crate::types::exception::note(vm, &exc, Value::str(hint.to_string()));
        }
        return Err(exc);
    }
    vm.modules.set_str(vm.intern(name), value.clone());
    if let Some(fill) = native {
        fill(vm, &module.dict);
    }
    if let Some(text) = source {
        let result = run_source(cx, name, &text, &module.dict).await;
        if let Err(exc) = result {
            vm.modules.remove_str(&vm.intern(name));
            return Err(exc);
        }
    }
    Ok(value)
}

/// Runs one of our own modules that is written in Python.
async fn run_source(cx: &Cx, name: &str, text: &str, globals: &Rc<Dict>) -> VmResult<()> {
    let vm = &cx.vm;
    let compiled = crate::syntax::compile_module(text);
    let Some(code) = compiled.code else {
        let problem = compiled
            .diagnostics
            .first()
            .map(|d| d.message.clone())
            .unwrap_or_default();
        return Err(vm.exc(
            &vm.types.import_error,
            format!("cannot compile module '{name}': {problem}"),
        ));
    };
    let source = Rc::new(Source::new(format!("<{name}>"), text, Owner::Library));
    let code = vm.link(&code, &source);
    cx.ask(Request::Module {
        code,
        globals: globals.clone(),
    })
    .await
    .map(drop)
}

/// Whether there is such a module.
pub fn is_known_module(name: &str) -> bool {
    crate::modules::native(name).is_some() || library::embedded(name).is_some() || library::is_listed(name)
}

impl Vm {
    /// The text of a module that is written in Python.
    fn module_text(&self, name: &str) -> Option<Rc<str>> {
        if let Some(text) = library::embedded(name) {
            return Some(text.into());
        }
        let fetch = self.library.borrow().clone()?;
        library::is_listed(name).then(|| fetch(name)).flatten()
    }

    /// `from module import name`.
    pub(super) fn import_from(self: &Rc<Self>, module: &Value, name: &Str) -> VmResult<Found> {
        match self.generic_getattr(module, name)? {
            Some(found) => Ok(found),
            None => {
                let Value::Module(module) = module else {
                    return Err(self.cannot_import(module, name));
                };
                if let Some(hook) = module.dict.get_str(&self.names.getattr) {
                    return Ok(Found::Call(hook, vec![Value::Str(name.clone())]));
                }
                Err(self.cannot_import(&Value::Module(module.clone()), name))
            }
        }
    }

    /// ImportError for a name that a module doesn't have.
    pub(super) fn cannot_import(&self, module: &Value, name: &Str) -> Exc {
        let Value::Module(module) = module else {
            return self.exc(&self.types.import_error, format!("cannot import name '{name}'"));
        };
        let known: Vec<String> = module
            .dict
            .keys()
            .iter()
            .filter_map(|k| k.as_str().map(|s| s.to_string()))
            .collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let hint = super::suggest::closest(name, &known)
            .map(|best| format!(". Did you mean: '{best}'?"))
            .unwrap_or_default();
        let exc = self.exc(
            &self.types.import_error,
            format!(
                "cannot import name '{name}' from '{}' (unknown location){hint}",
                module.name
            ),
        );
        let attributes = exc.0.attrs();
        attributes.set_str(self.intern("name"), Value::Str(module.name.clone()));
        attributes.set_str(self.intern("name_from"), Value::Str(name.clone()));
        self.note_lacking(&exc, &module.name, name);
        exc
    }

    /// Notes what to use in place of a name that CPython's module has: its words alone would be no help.
    pub(super) fn note_lacking(&self, exc: &Exc, module: &str, name: &str) {
        if let Some(hint) = crate::syntax::lacking(module, name) {
            crate::types::exception::note(self, exc, Value::str(hint.to_string()));
        }
    }

    /// `from module import *`.
    pub(super) fn import_star(&self, module: &Value, into: &Dict) {
        let Value::Module(module) = module else { return };
        let listed = listed_names(self, module);
        for (key, value) in module.dict.items() {
            let Some(name) = key.as_str() else { continue };
            let public = match &listed {
                Some(listed) => listed.iter().any(|l| l.as_str() == Some(name)),
                None => !name.starts_with('_'),
            };
            if public {
                into.set_str(name.clone(), value);
            }
        }
    }
}
