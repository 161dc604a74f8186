//! The check of names: what the program uses of modules and builtins that is [`lacking`] here.
//!
//! It reads the finished bytecode, in which every name is resolved already. A variable stands for a module if nothing
//! but imports of that very module binds it; a builtin is meant where the program binds no global of its name.

use super::diagnostic::{Severity, Sink};
use super::lacking::lacking;
use super::modules::is_supported_module;
use crate::bytecode::{Code, CodeKind, Const, Op, Span};
use ruff_text_size::{TextRange, TextSize};
use std::collections::{HashMap, HashSet};

/// Warns of each use of something that CPython has and that is lacking here.
pub(super) fn check(code: &Code, sink: &mut Sink) {
    let all = with_inner(code);
    let (nothing, mut known) = (Variables::default(), Variables::default());
    for (number, code) in all.iter().enumerate() {
        known.bind_parameters(number, code);
        // What is bound may be bound again further on, so that loading it says nothing yet.
        Walk::of(number, code, &nothing).lead(|seen| known.see(seen));
    }
    let mut told = HashSet::new();
    for (number, code) in all.iter().enumerate() {
        Walk::of(number, code, &known).lead(|seen| {
            if let Some(warning) = Warning::of(seen, &known)
                && told.insert((warning.span.start, warning.message.clone()))
            {
                warning.push(sink);
            }
        });
    }
}

/// A code object and those inside it.
fn with_inner(code: &Code) -> Vec<&Code> {
    let mut all = vec![code];
    let mut at = 0;
    while let Some(code) = all.get(at).copied() {
        at += 1;
        all.extend(code.consts.iter().filter_map(|constant| match constant {
            Const::Code(inner) => Some(&**inner),
            _ => None,
        }));
    }
    all
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Variable<'a> {
    Global(&'a str),
    /// A slot of the code object of this number.
    Local(usize, u16),
}

/// The variables that the program binds.
#[derive(Default)]
struct Variables<'a> {
    /// Each with the path of the module that it stands for, if it does.
    bound: HashMap<Variable<'a>, Option<String>>,
    /// Whether `from module import *` binds no one knows what.
    has_star: bool,
}

impl<'a> Variables<'a> {
    fn bind_parameters(&mut self, number: usize, code: &Code) {
        let rest = u16::from(code.has_varargs) + u16::from(code.has_varkeywords);
        for slot in 0..code.arg_count + code.kwonly_count + rest {
            self.bind(Variable::Local(number, slot), None);
        }
    }

    fn bind(&mut self, variable: Variable<'a>, module: Option<String>) {
        let known = self.bound.entry(variable).or_insert_with(|| module.clone());
        if *known != module {
            *known = None;
        }
    }

    fn see(&mut self, seen: Seen<'a>) {
        match seen {
            Seen::Bound(variable, module) => self.bind(variable, module),
            Seen::Star => self.has_star = true,
            Seen::Member { .. } | Seen::Global { .. } => {}
        }
    }

    fn module(&self, variable: Variable<'a>) -> Option<String> {
        self.bound.get(&variable).cloned().flatten()
    }

    fn is_builtin(&self, name: &'a str) -> bool {
        !self.has_star && !self.bound.contains_key(&Variable::Global(name))
    }
}

/// What an instruction does with names.
enum Seen<'a> {
    /// It binds a variable, perhaps to the module of this path.
    Bound(Variable<'a>, Option<String>),
    Star,
    /// It takes an attribute of a module.
    Member {
        module: String,
        name: &'a str,
        how: Taken,
        span: Span,
    },
    /// It loads a global or a builtin.
    Global {
        name: &'a str,
        span: Span,
    },
}

#[derive(Clone, Copy)]
enum Taken {
    Attribute,
    Import,
}

/// A walk along the instructions of a code object.
struct Walk<'a, 'k> {
    number: usize,
    code: &'a Code,
    known: &'k Variables<'a>,
    /// The path of the module that is on top of the stack, if one is.
    top: Option<String>,
    /// The module from which names are being imported.
    from: Option<String>,
}

impl<'a, 'k> Walk<'a, 'k> {
    fn of(number: usize, code: &'a Code, known: &'k Variables<'a>) -> Self {
        Self {
            number,
            code,
            known,
            top: None,
            from: None,
        }
    }

    fn lead(mut self, mut tell: impl FnMut(Seen<'a>)) {
        let is_module = self.code.kind == CodeKind::Module;
        for (op, span) in self.code.ops.iter().zip(&self.code.spans) {
            let (top, span) = (self.top.take(), *span);
            match *op {
                Op::ImportName {
                    name,
                    from_list,
                    level: 0,
                } => self.import(self.name(name.into()), from_list),
                Op::ImportFrom(name) => {
                    if let Some(module) = self.from.clone() {
                        tell(self.take(module, name, Taken::Import, span));
                    } else {
                        self.top = top.and_then(|module| member(&module, self.name(name)));
                    }
                }
                Op::ImportStar => tell(Seen::Star),
                // `import a.b as c` takes `a` from under what it binds.
                Op::Swap | Op::Pop => self.top = top,
                Op::LoadAttr(name) | Op::LoadMethod(name) => {
                    if let Some(module) = top {
                        tell(self.take(module, name, Taken::Attribute, span));
                    }
                }
                Op::LoadFast(slot) => self.top = self.known.module(Variable::Local(self.number, slot)),
                Op::StoreFast(slot) => tell(Seen::Bound(Variable::Local(self.number, slot), top)),
                Op::LoadGlobal(name) => self.load(name, span, &mut tell),
                Op::LoadName(name) if is_module => self.load(name, span, &mut tell),
                Op::StoreGlobal(name) => tell(Seen::Bound(Variable::Global(self.name(name)), top)),
                Op::StoreName(name) if is_module => {
                    tell(Seen::Bound(Variable::Global(self.name(name)), top));
                }
                _ => {}
            }
        }
    }

    fn import(&mut self, path: &str, from_list: u32) {
        let is_plain = matches!(self.code.consts.get(from_list as usize), Some(Const::None));
        self.from = (!is_plain).then(|| path.to_owned());
        if is_plain {
            self.top = path.split('.').next().map(str::to_owned);
        }
    }

    /// An attribute of a module is on top of the stack now.
    fn take(&mut self, module: String, name: u32, how: Taken, span: Span) -> Seen<'a> {
        let name = self.name(name);
        self.top = member(&module, name);
        Seen::Member {
            module,
            name,
            how,
            span,
        }
    }

    fn load(&mut self, name: u32, span: Span, tell: &mut impl FnMut(Seen<'a>)) {
        let name = self.name(name);
        self.top = self.known.module(Variable::Global(name));
        tell(Seen::Global { name, span });
    }

    fn name(&self, index: u32) -> &'a str {
        self.code.names.get(index as usize).map_or("", |name| name)
    }
}

/// The path of a module inside a module.
fn member(module: &str, name: &str) -> Option<String> {
    let path = format!("{module}.{name}");
    is_supported_module(&path).then_some(path)
}

struct Warning {
    span: Span,
    exception: &'static str,
    message: String,
    hint: super::Hint,
}

impl Warning {
    fn of<'a>(seen: Seen<'a>, known: &Variables<'a>) -> Option<Self> {
        match seen {
            Seen::Bound(..) | Seen::Star => None,
            Seen::Member {
                module,
                name,
                how,
                span,
            } => {
                let hint = lacking(&module, name)?;
                let (exception, message) = match how {
                    Taken::Attribute => (
                        "AttributeError",
                        format!("module '{module}' has no attribute '{name}'"),
                    ),
                    Taken::Import => (
                        "ImportError",
                        format!("cannot import name '{name}' from '{module}'"),
                    ),
                };
                Some(Self {
                    span,
                    exception,
                    message,
                    hint,
                })
            }
            Seen::Global { name, .. } if !known.is_builtin(name) => None,
            Seen::Global { name, span } => Some(Self {
                span,
                hint: lacking("builtins", name)?,
                exception: "NotImplementedError",
                message: format!("{name}() is not available"),
            }),
        }
    }

    fn push(self, sink: &mut Sink) {
        let range = TextRange::new(TextSize::new(self.span.start), TextSize::new(self.span.end));
        let code = "unsupported-name";
        sink.push(
            Severity::Warning,
            code,
            self.exception,
            range,
            self.message,
            Some(self.hint),
        );
    }
}
