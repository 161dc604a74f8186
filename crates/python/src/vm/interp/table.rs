//! Which function runs which instruction: all of them but those that the loop runs itself.

use super::operands::{at_depth, below, pop, pop2, take};
use super::step::Step;
use super::{attributes, building, calls, exceptions, imports, iteration, operators, suspending, variables};
use crate::bytecode::Op;
use crate::object::{CodeObject, Value};
use crate::vm::fiber::Fiber;
use crate::vm::frame::Frame;
use crate::vm::raise::WithKind;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

impl Fiber {
    /// Runs the instruction at `pc`.
    #[inline(never)]
    pub(super) fn run_instruction(
        &mut self,
        vm: &Rc<Vm>,
        frame: &mut Frame,
        code: &CodeObject,
        pc: usize,
    ) -> VmResult<Step> {
        let push = |frame: &mut Frame, value: Value| Ok(Step::push(frame, value));
        let name = |index: u32| &code.names[index as usize];
        match code.ops[pc] {
            // The operand stack.
            Op::Dup2 => {
                let [a, b] = pop2(frame);
                frame.slots.extend([a.clone(), b.clone(), a, b]);
                Ok(Step::Next)
            }
            Op::Swap => {
                let [a, b] = pop2(frame);
                frame.slots.extend([b, a]);
                Ok(Step::Next)
            }
            Op::Rot3 => rotate(frame, 3),
            Op::Rot4 => rotate(frame, 4),
            Op::Copy(n) => {
                let value = below(frame, usize::from(n));
                push(frame, value)
            }

            // Variables.
            Op::DeleteFast(slot) => variables::delete_fast(vm, frame, code, slot),
            Op::ClearFast(slot) => variables::clear_fast(frame, slot),
            Op::MakeCell(slot) => variables::make_cell(frame, slot),
            Op::StoreDeref(slot) => variables::store_deref(frame, slot),
            Op::DeleteDeref(slot) => variables::delete_deref(vm, frame, code, slot),
            Op::LoadClosure(slot) => variables::load_closure(frame, slot),
            Op::LoadClassDeref { slot, name } => variables::load_class_deref(vm, frame, code, slot, name),
            Op::DeleteGlobal(name) => variables::delete_global(vm, frame, code, name),
            Op::LoadName(name) => variables::load_name(vm, frame, code, name),
            Op::StoreName(name) => variables::store_name(self, vm, frame, code, name),
            Op::DeleteName(name) => variables::delete_name(vm, frame, code, name),
            Op::SetupAnnotations => variables::set_up_annotations(vm, frame),

            // Attributes and items.
            Op::LoadAttr(index) => {
                let object = pop(frame);
                attributes::load(self, vm, frame, object, name(index))
            }
            Op::LoadMethod(index) => {
                let object = pop(frame);
                attributes::load_callable(self, vm, frame, object, name(index))
            }
            Op::StoreAttr(index) => {
                let [value, object] = pop2(frame);
                attributes::set(self, vm, frame, &object, name(index), Some(value))
            }
            Op::DeleteAttr(index) => {
                let object = pop(frame);
                attributes::set(self, vm, frame, &object, name(index), None)
            }
            Op::LoadItem => {
                let [object, index] = pop2(frame);
                attributes::load_item(self, vm, frame, object, index)
            }
            Op::StoreItem => attributes::store_item(self, vm, frame),
            Op::DeleteItem => attributes::delete_item(self, vm, frame),
            Op::BuildSlice(parts) => attributes::build_slice(frame, parts),

            // Operators.
            Op::Binary(op) => {
                let [a, b] = pop2(frame);
                operators::binary(self, vm, frame, op, a, b)
            }
            Op::Inplace(op) => {
                let [a, b] = pop2(frame);
                operators::inplace(self, vm, frame, op, code.ops.get(pc + 1), (a, b))
            }
            Op::Unary(op) => operators::unary(self, vm, frame, op),
            Op::Not => operators::not(self, vm, frame),
            Op::Compare(op) | Op::FusedCompareJump { op, .. } => {
                let [a, b] = pop2(frame);
                operators::compare(self, vm, frame, op, a, b)
            }
            Op::In => attributes::contains(self, vm, frame, true),
            Op::NotIn => attributes::contains(self, vm, frame, false),
            Op::Is => {
                let [a, b] = pop2(frame);
                push(frame, Value::Bool(a.is(&b)))
            }
            Op::IsNot => {
                let [a, b] = pop2(frame);
                push(frame, Value::Bool(!a.is(&b)))
            }

            // Jumps.
            Op::PopJumpIfFalse(target) => operators::pop_jump_if(self, vm, frame, false, target),
            Op::PopJumpIfTrue(target) => operators::pop_jump_if(self, vm, frame, true, target),
            Op::PopJumpIfNone(target) => Ok(match pop(frame).is_none() {
                true => Step::Jump(target as usize),
                false => Step::Next,
            }),
            Op::PopJumpIfNotNone(target) => Ok(match pop(frame).is_none() {
                true => Step::Next,
                false => Step::Jump(target as usize),
            }),
            Op::JumpIfFalseOrPop(target) => operators::jump_or_pop(self, vm, frame, false, target),
            Op::JumpIfTrueOrPop(target) => operators::jump_or_pop(self, vm, frame, true, target),

            // Building.
            Op::BuildTuple(count) => {
                let items = take(frame, count as usize);
                push(frame, Value::tuple(items))
            }
            Op::BuildList(count) => {
                let items = take(frame, count as usize);
                push(frame, Value::list(items))
            }
            Op::BuildSet(count) => building::set(self, vm, frame, count),
            Op::BuildMap(count) => building::map(self, vm, frame, count),
            Op::BuildString(count) => building::string(vm, frame, count),
            Op::ListAppend(depth) => {
                let item = pop(frame);
                if let Value::List(list) = at_depth(frame, depth) {
                    list.push(item);
                }
                Ok(Step::Next)
            }
            Op::SetAdd(depth) => building::set_add(self, vm, frame, depth),
            Op::MapAdd(depth) => building::map_add(self, vm, frame, depth),
            Op::ListExtend(depth) => building::list_extend(self, vm, frame, &code.ops[pc + 1..], depth),
            Op::SetUpdate(depth) => building::set_update(self, vm, frame, depth),
            Op::DictUpdate(depth) => building::dict_update(self, vm, frame, depth),
            Op::DictMerge(depth) => building::dict_merge(self, vm, frame, depth),
            Op::ListToTuple => building::list_to_tuple(frame),
            Op::FormatValue { conversion, has_spec } => {
                building::format_value(self, vm, frame, conversion, has_spec)
            }
            Op::MakeFunction { code: index, parts } => building::function(vm, frame, code, index, parts),
            Op::LoadBuildClass => push(frame, vm.build_class.clone()),

            // Unpacking and iteration.
            Op::UnpackSequence(count) => iteration::unpack_sequence(self, vm, frame, count),
            Op::UnpackEx { before, after } => iteration::unpack_starred(self, vm, frame, before, after),
            Op::GetIter => iteration::get_iter(self, vm, frame),
            Op::ForIter(exit) | Op::FusedForIterStoreFast { target: exit, .. } => {
                iteration::for_iter(self, vm, frame, exit)
            }
            Op::GetAIter => iteration::get_async_iter(self, vm, frame),
            Op::GetANext => iteration::get_async_next(self, vm, frame),
            Op::EndAsyncFor => iteration::end_async_for(vm, frame),

            // Suspending.
            Op::GetAwaitable(kind) => suspending::get_awaitable(self, vm, frame, code, pc, kind),
            Op::Await | Op::YieldFrom => suspending::delegate(self, vm, frame),
            Op::GetYieldFromIter => iteration::get_yield_from_iter(self, vm, frame),
            Op::Yield => suspending::yield_value(vm, frame),

            // Exceptions.
            Op::PushExcInfo => exceptions::push_exc_info(frame),
            Op::PopExcept => exceptions::pop_except(frame),
            Op::CheckExcMatch => exceptions::check_match(vm, frame),
            Op::CheckEgMatch => exceptions::check_group_match(self, vm, frame),
            Op::PrepReraiseStar => exceptions::prepare_reraise(self, vm, frame),
            Op::Raise(0) => exceptions::raise_again(self, vm, frame),
            Op::Raise(parts) => exceptions::raise(self, vm, frame, parts),
            Op::Reraise => exceptions::reraise(frame),
            Op::BeforeWith => exceptions::enter_with(self, vm, frame, WithKind::Sync),
            Op::BeforeAsyncWith => exceptions::enter_with(self, vm, frame, WithKind::Async),
            Op::WithExceptStart => exceptions::exit_with_exception(self, vm, frame),
            Op::LoadAssertionError => push(frame, Value::Type(vm.types.assertion_error.clone())),

            // Calls.
            Op::Call(count) => calls::call(self, vm, frame, count),
            Op::CallMethod(count) => calls::call_method(self, vm, frame, count),
            Op::CallKw { count, names } => {
                let names = &code.keywords[names as usize];
                calls::call_keywords(self, vm, frame, count, names)
            }
            Op::CallMethodKw { count, names } => {
                let names = &code.keywords[names as usize];
                calls::call_method_keywords(self, vm, frame, count, names)
            }
            Op::CallArgs => calls::call_unpacked(self, vm, frame),
            Op::CallArgsKw => calls::call_unpacked_keywords(self, vm, frame),

            // Imports and patterns.
            Op::ImportName {
                name,
                from_list,
                level,
            } => imports::import_name(self, vm, frame, code, (name, from_list, level)),
            Op::ImportFrom(name) => imports::import_from(self, vm, frame, code, name),
            Op::ImportStar => imports::import_star(vm, frame),
            Op::MatchSequence => {
                let is_sequence = vm.is_sequence_pattern(&below(frame, 0));
                push(frame, Value::Bool(is_sequence))
            }
            Op::MatchMapping => {
                let is_mapping = vm.is_mapping_pattern(&below(frame, 0));
                push(frame, Value::Bool(is_mapping))
            }
            Op::GetLen => {
                let subject = below(frame, 0);
                attributes::length(self, vm, frame, subject)
            }
            Op::MatchKeys => imports::match_keys(self, vm, frame),
            Op::MatchRest => imports::match_rest(self, vm, frame),
            Op::MatchClass { positional } => imports::match_class(self, vm, frame, positional),

            // The loop runs these itself.
            Op::Line(_)
            | Op::Nop
            | Op::Pop
            | Op::Dup
            | Op::Const(_)
            | Op::SmallInt(_)
            | Op::LoadFast(_)
            | Op::StoreFast(_)
            | Op::LoadDeref(_)
            | Op::LoadGlobal(_)
            | Op::StoreGlobal(_)
            | Op::Jump(_)
            | Op::Return
            | Op::FusedLoadFastLoadFast { .. }
            | Op::FusedLoadFastConst { .. }
            | Op::FusedStoreFastLoadFast { .. }
            | Op::FusedBinaryFastFast { .. }
            | Op::FusedBinaryFastInt { .. }
            | Op::FusedLoadFastLoadAttr { .. }
            | Op::FusedInplaceFastFast { .. }
            | Op::FusedInplaceFastInt { .. } => Ok(Step::Next),
        }
    }
}

/// The top value goes below the `count - 1` under it.
fn rotate(frame: &mut Frame, count: usize) -> VmResult<Step> {
    let base = frame.slots.len().saturating_sub(count);
    frame.slots[base..].rotate_right(1);
    Ok(Step::Next)
}
