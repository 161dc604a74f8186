//! The second pass: where each name lives, and the frame's slots.

use super::{CLASS_CELL, Place, Scope, ScopeId, ScopeKind, Scopes, flag};
use crate::syntax::diagnostic::Sink;
use crate::syntax::intern::Interner;
use std::collections::HashMap;
use std::rc::Rc;

/// Where a name belongs, before slots are known.
#[derive(Clone, Copy)]
enum Owner {
    Global,
    /// The namespace of a class body.
    Namespace,
    /// A variable of a function, comprehension, or class (`__class__`).
    Variable(ScopeId),
}

pub(super) fn resolve(scopes: &mut Scopes, interner: &mut Interner, sink: &mut Sink) {
    let mut owners = Vec::with_capacity(scopes.list.len());
    for id in scopes.ids() {
        owners.push(find_owners(scopes, id, sink));
    }
    for (id, owners) in scopes.ids().zip(&owners) {
        for (name, owner) in owners {
            if let Owner::Variable(owner) = owner {
                capture(scopes, id, *owner, name);
            }
        }
    }
    lay_out(scopes, interner, sink);
    for (id, owners) in scopes.ids().zip(owners) {
        place_symbols(scopes, id, owners, sink);
    }
}

fn find_owners(scopes: &Scopes, id: ScopeId, sink: &mut Sink) -> Vec<(Rc<str>, Owner)> {
    let scope = scopes.get(id);
    let mut owners = Vec::with_capacity(scope.symbols.len());
    for symbol in &scope.symbols {
        if symbol.flags & flag::GLOBAL != 0 && symbol.flags & flag::NONLOCAL != 0 {
            sink.syntax_error(
                symbol.declared,
                format!("name '{}' is nonlocal and global", symbol.name),
            );
        }
        let owner = owner_of(scopes, id, &symbol.name);
        if symbol.flags & flag::NONLOCAL != 0 && !matches!(owner, Owner::Variable(_)) {
            sink.syntax_error(
                symbol.declared,
                format!("no binding for nonlocal '{}' found", symbol.name),
            );
        }
        owners.push((symbol.name.clone(), owner));
    }
    owners
}

fn owner_of(scopes: &Scopes, id: ScopeId, name: &str) -> Owner {
    let scope = scopes.get(id);
    let flags = scope.flags(name);
    if flags & flag::GLOBAL != 0 {
        return Owner::Global;
    }
    let is_local = flags & flag::BOUND != 0 && flags & flag::NONLOCAL == 0;
    match scope.kind {
        ScopeKind::Module => return Owner::Global,
        ScopeKind::Class if is_local => return Owner::Namespace,
        _ if is_local => return Owner::Variable(id),
        _ => {}
    }
    match search(scopes, scope.parent, name) {
        Some(owner) => Owner::Variable(owner),
        None if scope.kind == ScopeKind::Class => Owner::Namespace,
        None => Owner::Global,
    }
}

/// The nearest scope from `start` outwards that owns a variable of this name which inner functions can see.
fn search(scopes: &Scopes, start: Option<ScopeId>, name: &str) -> Option<ScopeId> {
    let mut current = start;
    while let Some(id) = current {
        let scope = scopes.get(id);
        let flags = scope.flags(name);
        match scope.kind {
            ScopeKind::Module => return None,
            ScopeKind::Class if name == CLASS_CELL => return Some(id),
            ScopeKind::Class => {}
            _ if flags & flag::GLOBAL != 0 => return None,
            _ if flags & flag::BOUND != 0 && flags & flag::NONLOCAL == 0 => return Some(id),
            _ => {}
        }
        current = scope.parent;
    }
    None
}

/// Makes the variable a cell if `user` is not in the code that owns it, and a free variable of all code between.
fn capture(scopes: &mut Scopes, user: ScopeId, owner: ScopeId, name: &Rc<str>) {
    let home = scopes.get(owner).unit;
    let mut unit = scopes.get(user).unit;
    if unit == home {
        return;
    }
    let scope = scopes.get_mut(owner);
    if scope.kind == ScopeKind::Class {
        // Only `__class__` can be taken from a class.
        scope.needs_class_cell = true;
    } else {
        scope.mark(name, flag::CAPTURED);
    }
    while unit != home {
        let scope = scopes.get_mut(unit);
        if !scope.free_index.contains_key(name) {
            scope.free_index.insert(name.clone(), scope.layout.frees.len());
            scope.layout.frees.push(name.clone());
        }
        match scope.parent {
            Some(parent) => unit = scopes.get(parent).unit,
            None => return,
        }
    }
}

/// Gives every local variable a slot: first those of the code's own scope, then the hidden ones of comprehensions
/// (shared by those that are never active at once), then those of patterns.
fn lay_out(scopes: &mut Scopes, interner: &mut Interner, sink: &mut Sink) {
    let mut hidden: HashMap<(ScopeId, u32, bool, Rc<str>), u16> = HashMap::new();
    // A comprehension comes after the scope that contains it, so that its unit's own locals are laid out first.
    for id in scopes.ids() {
        let scope = scopes.get(id);
        let (unit, kind, depth) = (scope.unit, scope.kind, scope.depth);
        let own: Vec<(usize, Rc<str>, u16)> = scope
            .symbols
            .iter()
            .enumerate()
            .filter(|(_, symbol)| owns_slot(scope, symbol))
            .map(|(index, symbol)| (index, symbol.name.clone(), symbol.flags))
            .collect();
        if scopes.get(id).needs_class_cell {
            let name = interner.intern(CLASS_CELL);
            let class = scopes.get_mut(id);
            let slot = add_local(class, name, sink);
            class.layout.cells.push(slot);
            class.class_cell_slot = Some(slot);
        }
        for (index, name, flags) in own {
            let is_cell = flags & flag::CAPTURED != 0;
            let slot = if kind == ScopeKind::Comprehension {
                let key = (unit, depth, is_cell, name.clone());
                match hidden.get(&key) {
                    Some(slot) => *slot,
                    None => {
                        let local = interner.intern(&format!(".{name}"));
                        let slot = add_local(scopes.get_mut(unit), local, sink);
                        hidden.insert(key, slot);
                        slot
                    }
                }
            } else {
                let slot = add_local(scopes.get_mut(unit), name, sink);
                if is_cell {
                    scopes.get_mut(unit).layout.cells.push(slot);
                }
                slot
            };
            scopes.get_mut(id).symbols[index].place = if is_cell {
                Place::Deref(slot)
            } else {
                Place::Fast(slot)
            };
        }
    }
    for id in scopes.ids() {
        for name in std::mem::take(&mut scopes.get_mut(id).captures) {
            let scope = scopes.get_mut(id);
            if !scope.capture_slots.contains_key(&name) {
                let local = interner.intern(&format!(".{name}"));
                let slot = add_local(scope, local, sink);
                scope.capture_slots.insert(name, slot);
            }
        }
    }
}

fn owns_slot(scope: &Scope, symbol: &super::Symbol) -> bool {
    match scope.kind {
        ScopeKind::Module | ScopeKind::Class => false,
        _ => symbol.is_local(),
    }
}

fn add_local(unit: &mut Scope, name: Rc<str>, sink: &mut Sink) -> u16 {
    let slot = u16::try_from(unit.layout.locals.len()).unwrap_or(u16::MAX);
    // Room is left for the free variables, which follow.
    if usize::from(slot) + unit.layout.frees.len() >= usize::from(u16::MAX) - 1 {
        if !sink.has_errors() {
            sink.syntax_error(ruff_text_size::TextRange::default(), "too many local variables");
        }
        return 0;
    }
    unit.layout.locals.push(name);
    slot
}

fn place_symbols(scopes: &mut Scopes, id: ScopeId, owners: Vec<(Rc<str>, Owner)>, sink: &mut Sink) {
    for (index, (name, owner)) in owners.into_iter().enumerate() {
        let place = match owner {
            Owner::Global => Place::Global,
            Owner::Namespace => Place::Name,
            Owner::Variable(owner) if owner == id => continue,
            Owner::Variable(owner) => variable_place(scopes, id, owner, &name, sink),
        };
        let scope = scopes.get_mut(id);
        scope.symbols[index].place = place;
    }
}

/// The place, seen from scope `id`, of a variable that scope `owner` owns.
fn variable_place(scopes: &Scopes, id: ScopeId, owner: ScopeId, name: &str, sink: &mut Sink) -> Place {
    let unit_id = scopes.get(id).unit;
    if scopes.get(owner).unit == unit_id {
        return scopes
            .get(owner)
            .symbol(name)
            .map_or(Place::Global, |symbol| symbol.place);
    }
    let unit = scopes.get(unit_id);
    let Some(index) = unit.free_index.get(name) else {
        return Place::Global;
    };
    match u16::try_from(unit.layout.locals.len() + index) {
        Ok(slot) if scopes.get(id).kind == ScopeKind::Class => Place::ClassDeref(slot),
        Ok(slot) => Place::Deref(slot),
        Err(_) => {
            sink.syntax_error(ruff_text_size::TextRange::default(), "too many free variables");
            Place::Global
        }
    }
}
