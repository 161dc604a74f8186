//! Links code: makes values of its constants, interns its names and fuses frequent pairs of instructions.

use super::{Source, Vm};
use crate::bytecode::{BinOp, Code, CodeKind, Const, Op};
use crate::object::{CodeObject, Set, Str, Value};
use std::cell::Cell;
use std::rc::Rc;

impl Vm {
    /// Makes code ready to run.
    pub fn link(self: &Rc<Self>, code: &Rc<Code>, source: &Rc<Source>) -> Rc<CodeObject> {
        let names: Vec<Str> = code.names.iter().map(|name| self.intern(name)).collect();
        let consts: Vec<Value> = code.consts.iter().map(|c| self.constant(c, source)).collect();
        let mut keywords = Vec::new();
        let ops = self::ops(&code.ops, &consts, &mut keywords);
        Rc::new(CodeObject {
            ops,
            keywords,
            is_simple: is_simple(code),
            consts,
            sites: Default::default(),
            awaits: Default::default(),
            traced_name: Default::default(),
            hints: names.iter().map(|_| Cell::new((0, u32::MAX))).collect(),
            names,
            name: self.intern(&code.name),
            qualname: self.intern(&code.qualname),
            locals: code
                .locals
                .iter()
                .chain(&code.frees)
                .map(|name| self.intern(name))
                .collect(),
            source: source.clone(),
            code: code.clone(),
        })
    }

    fn constant(self: &Rc<Self>, constant: &Const, source: &Rc<Source>) -> Value {
        let all = |items: &[Const]| items.iter().map(|c| self.constant(c, source)).collect::<Vec<_>>();
        match constant {
            Const::None => Value::None,
            Const::Bool(b) => Value::Bool(*b),
            Const::Int(i) => Value::Int(*i),
            Const::BigInt(big) => Value::big(big.clone()),
            Const::Float(f) => Value::Float(*f),
            Const::Imaginary(f) => Value::Complex(Rc::new((0.0, *f))),
            // Short strings are likely to be keys or attribute names.
            Const::Str(text) if text.len() <= 24 => Value::Str(self.intern(text)),
            Const::Str(text) => Value::str(&**text),
            Const::Bytes(data) => Value::bytes(data.to_vec()),
            Const::Ellipsis => Value::Ellipsis,
            Const::Tuple(items) => Value::tuple(all(items)),
            Const::FrozenSet(items) => {
                // CPython's compiler makes the set twice, the second time from the first one's members: sets that
                // are filled from it have the order of that. Constants need no Python code to be hashed.
                let first = Set::from_plain(all(items)).unwrap_or_default();
                let set = Set::from_plain(first.items()).unwrap_or_default();
                Value::FrozenSet(Rc::new(set))
            }
            Const::Code(code) => Value::Code(self.link(code, source)),
        }
    }
}

impl CodeObject {
    /// Number of local slots, free variables included: where the operand stack begins.
    pub fn slot_count(&self) -> usize {
        self.locals.len()
    }

    pub fn arg_count(&self) -> usize {
        usize::from(self.code.arg_count)
    }
}

fn is_simple(code: &Code) -> bool {
    code.kind == CodeKind::Function && code.kwonly_count == 0 && !code.has_varargs && !code.has_varkeywords
}

/// The instructions as the machine runs them: fused ones in the places of the first of their parts, and the names of
/// keyword arguments as indices into `keywords`, which is filled with them.
fn ops(ops: &[Op], consts: &[Value], keywords: &mut Vec<Box<[Str]>>) -> Vec<Op> {
    let mut linked = ops.to_vec();
    for (at, op) in linked.iter_mut().enumerate() {
        if let Op::CallKw { names, .. } | Op::CallMethodKw { names, .. } = op {
            let all = match consts.get(*names as usize) {
                Some(Value::Tuple(all)) => all.iter().filter_map(|name| name.as_str().cloned()).collect(),
                _ => Box::default(),
            };
            *names = keywords.len() as u32;
            keywords.push(all);
        } else if let Some(fused) = fuse_at(&ops[at..]) {
            *op = fused;
        }
    }
    linked
}

/// The fused form of the instructions at the start of `ops`, longest first.
fn fuse_at(ops: &[Op]) -> Option<Op> {
    Some(match *ops {
        [Op::LoadFast(a), Op::LoadFast(b), Op::Binary(op), ..] if is_quick(op) => {
            Op::FusedBinaryFastFast { op, a, b }
        }
        [Op::LoadFast(slot), Op::SmallInt(int), Op::Binary(op), ..] if is_quick(op) => {
            Op::FusedBinaryFastInt {
                op,
                slot,
                int: i16::try_from(int).ok()?,
            }
        }
        [
            Op::LoadFast(a),
            Op::LoadFast(b),
            Op::Inplace(op),
            Op::StoreFast(to),
            ..,
        ] if is_quick(op) && to == a => Op::FusedInplaceFastFast { op, a, b },
        [
            Op::LoadFast(slot),
            Op::SmallInt(int),
            Op::Inplace(op),
            Op::StoreFast(to),
            ..,
        ] if is_quick(op) && to == slot => Op::FusedInplaceFastInt {
            op,
            slot,
            int: i16::try_from(int).ok()?,
        },
        [Op::Compare(op), Op::PopJumpIfFalse(target), ..] => Op::FusedCompareJump { op, target },
        [Op::ForIter(target), Op::StoreFast(slot), ..] => Op::FusedForIterStoreFast { slot, target },
        [Op::LoadFast(slot), Op::LoadAttr(name), ..] => Op::FusedLoadFastLoadAttr { slot, name },
        [Op::LoadFast(a), Op::LoadFast(b), ..] => Op::FusedLoadFastLoadFast { a, b },
        [Op::StoreFast(a), Op::LoadFast(b), ..] => Op::FusedStoreFastLoadFast { a, b },
        [Op::LoadFast(slot), Op::Const(index), ..] => Op::FusedLoadFastConst { slot, index },
        _ => return None,
    })
}

fn is_quick(op: BinOp) -> bool {
    matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul)
}
