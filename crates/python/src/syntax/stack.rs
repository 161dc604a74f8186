//! What each instruction does to the operand stack, and a verifier of whole code objects.

use crate::bytecode::{Code, FunctionParts, Label, Op};
use std::fmt;

/// How many values an instruction takes from the stack and how many it leaves there instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub(super) pops: u32,
    pub(super) pushes: u32,
}

/// The label that an instruction may jump to.
pub(super) fn target_mut(op: &mut Op) -> Option<&mut Label> {
    match op {
        Op::Jump(label)
        | Op::PopJumpIfFalse(label)
        | Op::PopJumpIfTrue(label)
        | Op::PopJumpIfNone(label)
        | Op::PopJumpIfNotNone(label)
        | Op::JumpIfFalseOrPop(label)
        | Op::JumpIfTrueOrPop(label)
        | Op::ForIter(label) => Some(label),
        _ => None,
    }
}

pub(super) fn target(op: Op) -> Option<Label> {
    let mut op = op;
    target_mut(&mut op).copied()
}

/// Whether the instruction after this one is never reached from it.
pub(super) fn is_terminal(op: Op) -> bool {
    matches!(op, Op::Jump(_) | Op::Return | Op::Raise(_) | Op::Reraise)
}

/// The effect when the instruction jumps.
pub(super) fn jump_effect(op: Op) -> Effect {
    match op {
        Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => Effect { pops: 1, pushes: 1 },
        Op::ForIter(_) => Effect { pops: 1, pushes: 0 },
        _ => effect(op),
    }
}

/// The effect when the instruction does not jump.
pub(super) fn effect(op: Op) -> Effect {
    let (pops, pushes) = match op {
        Op::Line(_) | Op::Nop | Op::SetupAnnotations | Op::Jump(_) => (0, 0),
        Op::DeleteFast(_) | Op::ClearFast(_) | Op::MakeCell(_) | Op::DeleteDeref(_) => (0, 0),
        Op::DeleteGlobal(_) | Op::DeleteName(_) => (0, 0),
        Op::Pop | Op::PopExcept | Op::Return | Op::Reraise | Op::ImportStar => (1, 0),
        Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_) | Op::PopJumpIfNone(_) | Op::PopJumpIfNotNone(_) => {
            (1, 0)
        }
        Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => (1, 0),
        Op::Dup => (1, 2),
        Op::Dup2 => (2, 4),
        Op::Swap => (2, 2),
        Op::Rot3 => (3, 3),
        Op::Rot4 => (4, 4),
        Op::Copy(n) => (u32::from(n) + 1, u32::from(n) + 2),
        Op::Const(_) | Op::SmallInt(_) | Op::LoadAssertionError | Op::LoadBuildClass => (0, 1),
        Op::LoadFast(_) | Op::LoadDeref(_) | Op::LoadClosure(_) | Op::LoadClassDeref { .. } => (0, 1),
        Op::LoadGlobal(_) | Op::LoadName(_) | Op::ImportName { .. } => (0, 1),
        Op::StoreFast(_) | Op::StoreDeref(_) | Op::StoreGlobal(_) | Op::StoreName(_) | Op::DeleteAttr(_) => {
            (1, 0)
        }
        Op::LoadAttr(_) | Op::Unary(_) | Op::Not | Op::ListToTuple => (1, 1),
        Op::GetIter | Op::GetAIter | Op::GetAwaitable(_) | Op::GetYieldFromIter | Op::Yield => (1, 1),
        Op::LoadMethod(_) | Op::ForIter(_) | Op::GetANext | Op::ImportFrom(_) | Op::PushExcInfo => (1, 2),
        Op::BeforeWith | Op::BeforeAsyncWith | Op::MatchSequence | Op::MatchMapping | Op::GetLen => (1, 2),
        Op::StoreAttr(_) | Op::DeleteItem | Op::EndAsyncFor => (2, 0),
        Op::StoreItem => (3, 0),
        Op::LoadItem | Op::Binary(_) | Op::Inplace(_) | Op::Compare(_) => (2, 1),
        Op::In | Op::NotIn | Op::Is | Op::IsNot | Op::Await | Op::YieldFrom => (2, 1),
        Op::PrepReraiseStar | Op::CallArgs => (2, 1),
        Op::CheckExcMatch | Op::CheckEgMatch | Op::MatchRest => (2, 2),
        Op::MatchKeys => (2, 3),
        Op::MatchClass { .. } | Op::CallArgsKw => (3, 1),
        Op::WithExceptStart => (3, 4),
        Op::BuildSlice(n) => (u32::from(n), 1),
        Op::BuildTuple(n) | Op::BuildList(n) | Op::BuildSet(n) | Op::BuildString(n) => (n, 1),
        Op::BuildMap(n) => (n.saturating_mul(2), 1),
        Op::ListAppend(n) | Op::SetAdd(n) | Op::ListExtend(n) => (u32::from(n) + 1, u32::from(n)),
        Op::SetUpdate(n) | Op::DictUpdate(n) | Op::DictMerge(n) => (u32::from(n) + 1, u32::from(n)),
        Op::MapAdd(n) => (u32::from(n) + 2, u32::from(n)),
        Op::FormatValue { has_spec, .. } => (1 + u32::from(has_spec), 1),
        Op::UnpackSequence(n) => (1, n),
        Op::UnpackEx { before, after } => (1, u32::from(before) + 1 + u32::from(after)),
        Op::Raise(n) => (u32::from(n), 0),
        Op::Call(n) => (u32::from(n) + 1, 1),
        Op::CallMethod(n) => (u32::from(n) + 2, 1),
        Op::CallKw { count, .. } => (u32::from(count) + 1, 1),
        Op::CallMethodKw { count, .. } => (u32::from(count) + 2, 1),
        Op::MakeFunction { parts, .. } => (part_count(parts), 1),
        // The front end never emits fused instructions; their effect is that of their first part.
        Op::FusedLoadFastLoadFast { .. } | Op::FusedLoadFastConst { .. } | Op::FusedBinaryFastFast { .. } => {
            (0, 1)
        }
        Op::FusedBinaryFastInt { .. } | Op::FusedLoadFastLoadAttr { .. } => (0, 1),
        Op::FusedInplaceFastFast { .. } | Op::FusedInplaceFastInt { .. } => (0, 1),
        Op::FusedStoreFastLoadFast { .. } => (1, 0),
        Op::FusedCompareJump { .. } => (2, 1),
        Op::FusedForIterStoreFast { .. } => (1, 2),
    };
    Effect { pops, pushes }
}

fn part_count(parts: FunctionParts) -> u32 {
    parts.0.count_ones()
}

/// What is wrong with a code object's use of the operand stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StackError {
    /// An instruction takes more values than there are.
    Underflow { at: Label },
    /// Two ways lead to an instruction with different heights.
    Mismatch { at: Label, first: u32, second: u32 },
    /// A jump, a handler or the end of the code leads outside.
    Outside { at: Label },
    /// `max_stack` is too small.
    MaxStack { at: Label, needed: u32 },
}

impl fmt::Display for StackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StackError::Underflow { at } => write!(f, "stack underflow at {at}"),
            StackError::Mismatch { at, first, second } => {
                write!(f, "stack height {first} or {second} at {at}")
            }
            StackError::Outside { at } => write!(f, "control leaves the code at {at}"),
            StackError::MaxStack { at, needed } => write!(f, "max_stack is less than {needed} at {at}"),
        }
    }
}

/// Checks by simulation that every path through the code uses the operand stack consistently: no underflow, one
/// height for each instruction, handlers' depths within what is there, `max_stack` large enough.
///
/// # Errors
///
/// The first inconsistency that it finds.
pub fn verify(code: &Code) -> Result<(), StackError> {
    let mut heights: Vec<Option<u32>> = vec![None; code.ops.len()];
    let mut work: Vec<(Label, u32)> = vec![(0, 0)];
    while let Some((at, height)) = work.pop() {
        let index = at as usize;
        let (Some(op), Some(seen)) = (code.ops.get(index).copied(), heights.get_mut(index)) else {
            return Err(StackError::Outside { at });
        };
        if let Some(first) = *seen {
            if first != height {
                return Err(StackError::Mismatch {
                    at,
                    first,
                    second: height,
                });
            }
            continue;
        }
        *seen = Some(height);
        if let Some(handler) = code
            .handlers
            .iter()
            .find(|handler| (handler.start..handler.end).contains(&at))
        {
            if handler.depth > height {
                return Err(StackError::Underflow { at });
            }
            check_max(code, handler.target, handler.depth + 1)?;
            work.push((handler.target, handler.depth + 1));
        }
        if let Some(target) = target(op) {
            work.push((target, apply(code, at, height, jump_effect(op))?));
        }
        let after = apply(code, at, height, effect(op))?;
        if !is_terminal(op) {
            work.push((at + 1, after));
        }
    }
    Ok(())
}

fn apply(code: &Code, at: Label, height: u32, effect: Effect) -> Result<u32, StackError> {
    let rest = height
        .checked_sub(effect.pops)
        .ok_or(StackError::Underflow { at })?;
    let after = rest.saturating_add(effect.pushes);
    check_max(code, at, after)?;
    Ok(after)
}

fn check_max(code: &Code, at: Label, needed: u32) -> Result<(), StackError> {
    if needed > code.max_stack {
        Err(StackError::MaxStack { at, needed })
    } else {
        Ok(())
    }
}
