//! One code object while it is being made.

use super::blocks::BlockEntry;
use crate::bytecode::{Code, CodeKind, Const, Handler, Label, Op, Span};
use crate::syntax::scope::{Layout, ScopeId};
use crate::syntax::stack::{effect, is_terminal, jump_effect, target, target_mut};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// A place in the code that is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target(pub(super) Label);

/// An exception handler of this code object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HandlerId(u32);

#[derive(Clone, Copy, Debug, Default)]
struct LabelState {
    position: Option<Label>,
    /// The height of the stack there, known from the first jump to it. Where no jump leads, code is dead.
    depth: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
struct HandlerState {
    target: Target,
    depth: u32,
}

/// More instructions than this in one module are refused: duplicated `finally` bodies grow exponentially.
const MOST_OPS: usize = 2_000_000;

pub(super) struct Unit<'a> {
    pub(super) scope: ScopeId,
    pub(super) name: Rc<str>,
    pub(super) qualname: Rc<str>,
    pub(super) kind: CodeKind,
    pub(super) first_line: u32,
    pub(super) doc: Option<Rc<str>>,
    /// The statically nested blocks around the current place, outermost first.
    pub(super) blocks: Vec<BlockEntry<'a>>,
    /// In a class: the attributes that its methods assign to on `self`.
    pub(super) static_attributes: BTreeSet<Rc<str>>,
    /// How many instructions this code may have.
    budget: usize,
    ops: Vec<Op>,
    spans: Vec<Span>,
    /// What tracebacks mark for the instructions that are being emitted, if not their own range.
    pub(super) mark: Option<Span>,
    marks: Vec<(Label, Span)>,
    /// The handler of each instruction.
    covered_by: Vec<Option<HandlerId>>,
    handlers: Vec<HandlerState>,
    /// The handler of the instructions that are being emitted.
    pub(super) active: Option<HandlerId>,
    labels: Vec<LabelState>,
    depth: u32,
    max_depth: u32,
    is_dead: bool,
    /// The line of the last `Line`, if no label has been placed since.
    last_line: Option<u32>,
    consts: Vec<Const>,
    const_index: HashMap<ConstKey, u32>,
    names: Vec<Rc<str>>,
    name_index: HashMap<Rc<str>, u32>,
}

/// Constants that are shared within a code object: equal and of one type.
#[derive(PartialEq, Eq, Hash)]
enum ConstKey {
    None,
    Bool(bool),
    Int(i64),
    Float(u64),
    Str(Rc<str>),
    Ellipsis,
    Names(Vec<Rc<str>>),
}

impl ConstKey {
    fn of(constant: &Const) -> Option<Self> {
        Some(match constant {
            Const::None => ConstKey::None,
            Const::Bool(value) => ConstKey::Bool(*value),
            Const::Int(value) => ConstKey::Int(*value),
            Const::Float(value) => ConstKey::Float(value.to_bits()),
            Const::Str(value) => ConstKey::Str(value.clone()),
            Const::Ellipsis => ConstKey::Ellipsis,
            Const::Tuple(items) => ConstKey::Names(
                items
                    .iter()
                    .map(|item| match item {
                        Const::Str(name) => Some(name.clone()),
                        _ => None,
                    })
                    .collect::<Option<_>>()?,
            ),
            Const::BigInt(_)
            | Const::Imaginary(_)
            | Const::Bytes(_)
            | Const::FrozenSet(_)
            | Const::Code(_) => {
                return None;
            }
        })
    }
}

impl<'a> Unit<'a> {
    pub(super) fn new(
        scope: ScopeId,
        name: Rc<str>,
        qualname: Rc<str>,
        kind: CodeKind,
        first_line: u32,
    ) -> Self {
        Unit {
            scope,
            name,
            qualname,
            kind,
            first_line,
            doc: None,
            blocks: Vec::new(),
            static_attributes: BTreeSet::new(),
            budget: MOST_OPS,
            ops: Vec::new(),
            spans: Vec::new(),
            mark: None,
            marks: Vec::new(),
            covered_by: Vec::new(),
            handlers: Vec::new(),
            active: None,
            labels: Vec::new(),
            depth: 0,
            max_depth: 0,
            is_dead: false,
            last_line: None,
            consts: Vec::new(),
            const_index: HashMap::new(),
            names: Vec::new(),
            name_index: HashMap::new(),
        }
    }

    /// Whether the module has more instructions than are allowed. Nothing more is emitted then, and the code is
    /// never run.
    pub(super) fn is_too_large(&self) -> bool {
        self.ops.len() >= self.budget
    }

    /// How many more instructions the module may have.
    pub(super) fn budget(&self) -> usize {
        self.budget.saturating_sub(self.ops.len())
    }

    /// What inner code has left of the module's instructions is what there is.
    pub(super) fn set_budget(&mut self, left: usize) {
        self.budget = left.saturating_add(self.ops.len());
    }

    pub(super) fn is_dead(&self) -> bool {
        self.is_dead
    }

    /// The height of the operand stack at the current place.
    pub(super) fn depth(&self) -> u32 {
        self.depth
    }

    /// Appends an instruction, unless no path leads here.
    pub(super) fn emit(&mut self, op: Op, span: Span) {
        if self.is_dead || self.is_too_large() {
            return;
        }
        // Several statements on one line are one step, unless a jump leads between them.
        if let Op::Line(line) = op
            && self.last_line.replace(line) == Some(line)
        {
            return;
        }
        if let Some(label) = target(op) {
            let effect = jump_effect(op);
            let depth = self
                .depth
                .saturating_sub(effect.pops)
                .saturating_add(effect.pushes);
            self.reach(Target(label), depth);
        }
        if let Some(HandlerState { target, depth }) =
            self.active.and_then(|id| self.handlers.get(id.0 as usize))
        {
            self.reach(*target, *depth + 1);
        }
        let effect = effect(op);
        debug_assert!(
            self.depth >= effect.pops,
            "stack underflow at {op:?} in {}",
            self.qualname
        );
        self.depth = self
            .depth
            .saturating_sub(effect.pops)
            .saturating_add(effect.pushes);
        self.max_depth = self.max_depth.max(self.depth);
        if let (Some(mark), Ok(at)) = (self.mark, Label::try_from(self.ops.len())) {
            self.marks.push((at, mark));
        }
        self.ops.push(op);
        self.spans.push(span);
        self.covered_by.push(self.active);
        self.is_dead = is_terminal(op);
    }

    pub(super) fn label(&mut self) -> Target {
        let index = self.labels.len();
        self.labels.push(LabelState::default());
        Target(Label::try_from(index).unwrap_or(Label::MAX))
    }

    fn reach(&mut self, target: Target, depth: u32) {
        self.max_depth = self.max_depth.max(depth);
        let is_cut = self.is_too_large();
        if let Some(label) = self.labels.get_mut(target.0 as usize) {
            debug_assert!(
                is_cut || label.depth.is_none_or(|known| known == depth),
                "two heights in {}",
                self.qualname
            );
            label.depth = Some(depth);
        }
    }

    /// Nothing comes here from what was emitted before.
    pub(super) fn end_here(&mut self) {
        self.is_dead = true;
    }

    /// The label is here. Code after it is alive if a jump, a handler or the code before it leads to it.
    pub(super) fn place(&mut self, target: Target) {
        let position = Label::try_from(self.ops.len()).unwrap_or(Label::MAX);
        let is_dead = self.is_dead;
        let is_cut = self.is_too_large();
        let depth = self.depth;
        self.last_line = None;
        let Some(label) = self.labels.get_mut(target.0 as usize) else {
            return;
        };
        label.position = Some(position);
        match label.depth {
            Some(known) => {
                debug_assert!(
                    is_cut || is_dead || known == depth,
                    "two heights at a label in {}",
                    self.qualname
                );
                self.depth = known;
                self.is_dead = false;
            }
            None if !is_dead => label.depth = Some(depth),
            None => {}
        }
    }

    /// A handler that is entered with the lowest `depth` values of the stack and the exception. It covers the
    /// instructions that are emitted while it is `active`.
    pub(super) fn handler(&mut self, target: Target, depth: u32) -> HandlerId {
        let id = HandlerId(u32::try_from(self.handlers.len()).unwrap_or(u32::MAX));
        self.handlers.push(HandlerState { target, depth });
        id
    }

    pub(super) fn constant(&mut self, constant: Const) -> u32 {
        let next = u32::try_from(self.consts.len()).unwrap_or(u32::MAX);
        if let Some(key) = ConstKey::of(&constant) {
            let index = *self.const_index.entry(key).or_insert(next);
            if index != next {
                return index;
            }
        }
        self.consts.push(constant);
        next
    }

    pub(super) fn name(&mut self, name: &Rc<str>) -> u32 {
        if let Some(index) = self.name_index.get(name) {
            return *index;
        }
        let index = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.clone());
        self.name_index.insert(name.clone(), index);
        index
    }

    /// The finished code, with labels resolved and the exception table built. Parameter counts are the caller's.
    pub(super) fn finish(mut self, layout: &Layout) -> Code {
        for op in &mut self.ops {
            if let Some(label) = target_mut(op) {
                let position = self.labels.get(*label as usize).and_then(|state| state.position);
                *label = position.unwrap_or(0);
            }
        }
        let handlers = self.exception_table();
        Code {
            name: self.name,
            qualname: self.qualname,
            kind: self.kind,
            ops: self.ops,
            spans: self.spans,
            marks: self.marks,
            handlers,
            consts: self.consts,
            names: self.names,
            locals: layout.locals.clone(),
            frees: layout.frees.clone(),
            cells: layout.cells.clone(),
            arg_count: 0,
            posonly_count: 0,
            kwonly_count: 0,
            has_varargs: false,
            has_varkeywords: false,
            doc: self.doc,
            first_line: self.first_line,
            max_stack: self.max_depth,
        }
    }

    /// Each instruction has one handler, the innermost: runs of instructions with the same one become entries.
    fn exception_table(&self) -> Vec<Handler> {
        let mut table: Vec<Handler> = Vec::new();
        let mut last = None;
        for (index, id) in self.covered_by.iter().enumerate() {
            let at = Label::try_from(index).unwrap_or(Label::MAX);
            let state = id.and_then(|id| self.handlers.get(id.0 as usize));
            if let Some(state) = state {
                match table.last_mut() {
                    Some(entry) if last == *id && entry.end == at => entry.end = at + 1,
                    _ => {
                        let target = self
                            .labels
                            .get(state.target.0 as usize)
                            .and_then(|label| label.position)
                            .unwrap_or(0);
                        table.push(Handler {
                            start: at,
                            end: at + 1,
                            target,
                            depth: state.depth,
                        });
                    }
                }
            }
            last = *id;
        }
        table
    }
}
