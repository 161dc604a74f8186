//! Symbol tables: which variable each name of each scope means.
//!
//! Two passes before lowering: [`build`] collects what every scope binds, uses and declares, [`resolve`] decides
//! where each name lives and lays out the frame slots. As in CPython 3.12 and later, list, set and dict
//! comprehensions have a scope of their own but no code of their own: their variables are hidden slots of the
//! code that contains them (PEP 709).

mod build;
mod comprehensions;
mod definitions;
mod patterns;
mod resolve;

pub(super) use build::left_part;

use super::diagnostic::Sink;
use super::intern::Interner;
use ruff_python_ast::ModModule;
use std::collections::HashMap;
use std::rc::Rc;

/// The name of the cell through which methods reach their class: for zero-argument `super()`, for example.
const CLASS_CELL: &str = "__class__";

/// Collects and resolves all names of a module.
pub(super) fn analyse(module: &ModModule, interner: &mut Interner, sink: &mut Sink) -> Scopes {
    let mut scopes = build::build(module, interner, sink);
    resolve::resolve(&mut scopes, interner, sink);
    scopes
}

/// An index into the table of scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ScopeId(u32);

impl ScopeId {
    pub(super) const MODULE: ScopeId = ScopeId(0);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A generator expression: a function of its own.
    Generator,
    /// A list, set or dict comprehension: inlined.
    Comprehension,
    /// The scope of PEP 695's type parameters: a function that is called at once.
    TypeParameters,
    /// The value of a `type` statement, evaluated when it is asked for.
    TypeAliasValue,
}

/// Which of a node's scopes is meant: a generic function has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Body,
    TypeParameters,
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A slot of the frame.
    Fast(u16),
    /// In the cell that a slot of the frame holds.
    Deref(u16),
    /// In a class body: in the namespace, or else in the cell of the slot.
    ClassDeref(u16),
    /// Globals, then builtins.
    Global,
    /// In a class body: namespace, globals, builtins.
    Name,
}

/// What the source does with a name in one scope: bits of [`Symbol::flags`].
mod flag {
    pub(super) const BOUND: u16 = 1;
    pub(super) const PARAMETER: u16 = 2;
    pub(super) const GLOBAL: u16 = 4;
    pub(super) const NONLOCAL: u16 = 8;
    pub(super) const USED: u16 = 16;
    pub(super) const ANNOTATED: u16 = 32;
    /// Bound by a comprehension's `for`.
    pub(super) const ITERATION: u16 = 64;
    /// An inner function refers to the variable: it lives in a cell.
    pub(super) const CAPTURED: u16 = 128;
    /// Bound by `:=` inside this comprehension, in the scope around it.
    pub(super) const WALRUS: u16 = 256;
}

#[derive(Debug)]
struct Symbol {
    name: Rc<str>,
    flags: u16,
    /// Where the name was declared `nonlocal`, for the message when there is no such variable.
    declared: ruff_text_size::TextRange,
    place: Place,
}

/// The frame slots of one code object, in the order that [`crate::bytecode::Code`] describes.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) locals: Vec<Rc<str>>,
    pub(super) frees: Vec<Rc<str>>,
    /// The slots of captured variables, hidden ones of comprehensions not included.
    pub(super) cells: Vec<u16>,
}

#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    pub(super) parent: Option<ScopeId>,
    /// The scope whose code contains this one: itself, unless it is an inlined comprehension.
    pub(super) unit: ScopeId,
    /// The class whose name mangles private names.
    pub(super) class: Option<Rc<str>>,
    /// How many comprehensions of the same unit are around this one.
    depth: u32,
    /// For a comprehension: what CPython calls its kind.
    what: &'static str,
    pub(super) is_async: bool,
    pub(super) has_yield: bool,
    /// In a class: whether a method refers to `__class__`, and the slot of the cell for it.
    needs_class_cell: bool,
    class_cell_slot: Option<u16>,
    /// Whether a module or class body has annotated variables.
    pub(super) has_annotations: bool,
    symbols: Vec<Symbol>,
    by_name: HashMap<Rc<str>, usize>,
    /// Names for which the code needs a hidden slot while a pattern is being matched (units only).
    captures: Vec<Rc<str>>,
    capture_slots: HashMap<Rc<str>, u16>,
    pub(super) layout: Layout,
    /// Names that the code takes from outside, each with its index among the free variables (units only).
    free_index: HashMap<Rc<str>, usize>,
}

/// All scopes of a module.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    list: Vec<Scope>,
    /// By the address of the syntax node, which does not move while the module is being compiled.
    by_node: HashMap<(usize, Part), ScopeId>,
}

/// One of a comprehension's own variables.
pub(super) struct HiddenSlot {
    pub(super) slot: u16,
    pub(super) is_cell: bool,
}

impl Scopes {
    /// The scope that a node opens. The module's own if there is none, which does not occur for nodes of the
    /// module that was analysed.
    pub(super) fn of<T>(&self, node: &T, part: Part) -> ScopeId {
        self.by_node
            .get(&(address(node), part))
            .copied()
            .unwrap_or(ScopeId::MODULE)
    }

    pub(super) fn get(&self, id: ScopeId) -> &Scope {
        // Ids are made by `add` only, and scopes are never removed; the module's scope stands in for the rest.
        self.list.get(id.0 as usize).unwrap_or(&self.list[0])
    }

    fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        let index = if (id.0 as usize) < self.list.len() {
            id.0 as usize
        } else {
            0
        };
        &mut self.list[index]
    }

    fn add(&mut self, scope: Scope) -> ScopeId {
        let id = ScopeId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(scope);
        id
    }

    fn ids(&self) -> impl Iterator<Item = ScopeId> + use<> {
        (0..u32::try_from(self.list.len()).unwrap_or(u32::MAX)).map(ScopeId)
    }

    /// Where `name` (already mangled) lives, seen from `scope`.
    pub(super) fn place(&self, scope: ScopeId, name: &str) -> Place {
        let scope = self.get(scope);
        match scope.symbol(name) {
            Some(symbol) => symbol.place,
            None if scope.kind == ScopeKind::Class => Place::Name,
            None => Place::Global,
        }
    }

    /// The slot that holds the cell of `name` in the code that contains `scope`, for making a closure there.
    pub(super) fn closure_slot(&self, scope: ScopeId, name: &str) -> Option<u16> {
        let mut current = Some(scope);
        let unit = self.get(scope).unit;
        while let Some(id) = current {
            let scope = self.get(id);
            if scope.unit != unit {
                break;
            }
            if name == CLASS_CELL
                && let Some(slot) = scope.class_cell_slot
            {
                return Some(slot);
            }
            if let Some(symbol) = scope.symbol(name)
                && symbol.is_captured_here()
                && let Place::Deref(slot) = symbol.place
            {
                return Some(slot);
            }
            current = scope.parent;
        }
        let unit = self.get(unit);
        let index = *unit.free_index.get(name)?;
        u16::try_from(unit.layout.locals.len() + index).ok()
    }

    /// The slot of a class body's `__class__` cell, if a method needs it.
    pub(super) fn class_cell(&self, class: ScopeId) -> Option<u16> {
        self.get(class).class_cell_slot
    }

    /// The hidden slots of a comprehension's variables.
    pub(super) fn hidden_slots(&self, comprehension: ScopeId) -> Vec<HiddenSlot> {
        let scope = self.get(comprehension);
        let own = scope.symbols.iter().filter(|symbol| symbol.is_local());
        own.filter_map(|symbol| match symbol.place {
            Place::Fast(slot) => Some(HiddenSlot { slot, is_cell: false }),
            Place::Deref(slot) => Some(HiddenSlot { slot, is_cell: true }),
            _ => None,
        })
        .collect()
    }

    /// The hidden slot that holds what a pattern captured for `name` until the whole pattern has matched.
    pub(super) fn capture_slot(&self, scope: ScopeId, name: &str) -> Option<u16> {
        self.get(self.get(scope).unit).capture_slots.get(name).copied()
    }
}

impl Symbol {
    fn is_captured_here(&self) -> bool {
        self.is_local() && self.flags & flag::CAPTURED != 0
    }

    fn is_local(&self) -> bool {
        self.flags & flag::BOUND != 0 && self.flags & (flag::GLOBAL | flag::NONLOCAL) == 0
    }
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<ScopeId>, unit: ScopeId, class: Option<Rc<str>>) -> Self {
        Scope {
            kind,
            parent,
            unit,
            class,
            depth: 0,
            what: "",
            is_async: false,
            has_yield: false,
            needs_class_cell: false,
            class_cell_slot: None,
            has_annotations: false,
            symbols: Vec::new(),
            by_name: HashMap::new(),
            captures: Vec::new(),
            capture_slots: HashMap::new(),
            layout: Layout::default(),
            free_index: HashMap::new(),
        }
    }

    fn symbol(&self, name: &str) -> Option<&Symbol> {
        self.by_name.get(name).and_then(|index| self.symbols.get(*index))
    }

    fn flags(&self, name: &str) -> u16 {
        self.symbol(name).map_or(0, |symbol| symbol.flags)
    }

    /// The symbol of this name, made if it is new.
    fn symbol_mut(&mut self, name: &Rc<str>) -> &mut Symbol {
        let index = *self.by_name.entry(name.clone()).or_insert(self.symbols.len());
        if index == self.symbols.len() {
            let declared = ruff_text_size::TextRange::default();
            self.symbols.push(Symbol {
                name: name.clone(),
                flags: 0,
                declared,
                place: Place::Global,
            });
        }
        &mut self.symbols[index]
    }

    fn mark(&mut self, name: &Rc<str>, flags: u16) {
        self.symbol_mut(name).flags |= flags;
    }
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}
