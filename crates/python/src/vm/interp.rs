//! The instruction loop.
//!
//! One iteration runs one instruction of one frame. Calls of Python functions from Python functions stay inside
//! the loop; everything else that needs frames of its own leaves it for [`Fiber::run`].

mod operands;
mod quick;

use self::operands::{at_depth, below, deref, exact_items, is_star_argument, release_target, take};
use self::quick::{quick_binary, quick_compare, quick_next};
use super::fiber::{Completion, Entry, Fiber, Outcome, Started, suspend};
use super::frame::{Activation, Frame, Then};
use super::generators::AwaitStep;
use super::protocol::{binary, compare, format, items, iterate, truth, unary};
use super::{Vm, finalize};
use crate::bytecode::{BinOp, Op};
use crate::object::{Exc, GeneratorKind, Value};
use std::rc::Rc;

/// How many instructions run between two looks at the limits.
const CHECK_EVERY: u64 = 4096;

/// How the loop has been left, apart from its results.
enum Left {
    Outcome(Outcome),
    /// The fiber's stack has a new top, or a result is ready.
    Switched,
}

impl Fiber {
    /// Runs a frame and what it calls. `None`: go on with the top of the stack.
    ///
    /// What a program does must not depend on how much fuel a slice has: limits are looked at whenever the count of
    /// instructions passes a multiple of [`CHECK_EVERY`], wherever slices end.
    pub(super) fn interpret(&mut self, vm: &Rc<Vm>, frame: Box<Frame>) -> Option<Outcome> {
        let mut frame = frame;
        let mut entry = std::mem::take(&mut self.entry);
        loop {
            let before = vm.clock.instructions.get();
            let slice = vm.fuel.get().min(CHECK_EVERY - before % CHECK_EVERY);
            if slice == 0 {
                self.stack.push(Activation::Python(frame));
                self.entry = entry;
                return Some(Outcome::Preempted);
            }
            vm.clock.slice_end.set(before + slice);
            // At most CHECK_EVERY.
            let mut left = slice as i64;
            let result = self.run_slice(vm, frame, &mut left, entry);
            let now = vm.clock.at(left);
            vm.clock.instructions.set(now);
            vm.fuel.set(vm.fuel.get().saturating_sub(now - before));
            match result {
                Ok(Left::Outcome(outcome)) => return Some(outcome),
                Ok(Left::Switched) => return None,
                Err(mut unfinished) => {
                    if now / CHECK_EVERY != before / CHECK_EVERY
                        && let Some(exceeded) = vm.exceeded_limit()
                    {
                        unfinished.thrown = Some(exceeded);
                    }
                    frame = unfinished;
                    entry = Entry::Continued;
                }
            }
        }
    }

    /// `Err` gives the frame back when the slice is used up. An instruction that stands for several may take more
    /// than is left.
    fn run_slice(
        &mut self,
        vm: &Rc<Vm>,
        mut frame: Box<Frame>,
        left: &mut i64,
        mut entry: Entry,
    ) -> Result<Left, Box<Frame>> {
        'frame: loop {
            let code = frame.code.clone();
            let ops = code.ops.as_slice();
            // A callee may have been elsewhere.
            vm.reach(&frame);
            let mut pc = frame.pc;
            let mut thrown = frame.thrown.take();
            let is_new = std::mem::take(&mut entry) == Entry::New;
            if is_new && finalize::waiting() && thrown.is_none() {
                // A callee has ended, and with it objects that it alone held.
                let dying = finalize::take();
                let cx = super::cx::Cx::new(vm);
                frame.then = Then::Discard;
                self.stack.push(Activation::Python(frame));
                self.start(Box::pin(super::finalizers::run(cx, dying)));
                return Ok(Left::Switched);
            }
            'instr: loop {
                // An iteration that does not `continue` ends with an exception.
                let exc: Exc = 'raise: {
                    if let Some(exc) = thrown.take() {
                        break 'raise exc;
                    }
                    let Some(op) = ops.get(pc) else {
                        break 'raise vm.runtime_error("the code has no end");
                    };
                    if *left <= 0 {
                        frame.pc = pc;
                        return Err(frame);
                    }
                    *left -= 1;

                    /// The top of the operand stack, taken.
                    macro_rules! pop {
                        () => {
                            frame.slots.pop().unwrap_or_default()
                        };
                    }
                    macro_rules! push {
                        ($value:expr) => {{
                            let value = $value;
                            frame.slots.push(value);
                        }};
                    }
                    /// Goes on with the next instruction.
                    macro_rules! next {
                        () => {{
                            pc += 1;
                            continue 'instr;
                        }};
                    }
                    macro_rules! check {
                        ($result:expr) => {
                            match $result {
                                Ok(value) => value,
                                Err(exc) => break 'raise exc,
                            }
                        };
                    }
                    /// Makes the clock right before code that may read it.
                    macro_rules! sync {
                        () => {
                            vm.clock.instructions.set(vm.clock.at(*left))
                        };
                    }
                    /// Runs a native frame; its result goes where `then` says.
                    macro_rules! slow {
                        ($then:expr, $make:expr) => {{
                            sync!();
                            frame.pc = pc;
                            frame.then = $then;
                            self.stack.push(Activation::Python(frame));
                            self.start(Box::pin($make));
                            return Ok(Left::Switched);
                        }};
                    }
                    /// Starts a call whose operands have been taken off the stack.
                    macro_rules! start {
                        ($then:expr, $started:expr) => {{
                            sync!();
                            let at = self.stack.len();
                            match $started {
                                Ok(Started::Value(value)) => {
                                    frame.pc = pc;
                                    frame.then = $then;
                                    self.stack.push(Activation::Python(frame));
                                    self.ready = Some(Completion::Return(value));
                                    return Ok(Left::Switched);
                                }
                                Ok(Started::Pushed) => {
                                    frame.pc = pc;
                                    frame.then = $then;
                                    self.stack.insert(at, Activation::Python(frame));
                                    return Ok(Left::Switched);
                                }
                                Ok(Started::Blocked(block)) => {
                                    frame.pc = pc;
                                    frame.then = $then;
                                    self.stack.insert(at, Activation::Python(frame));
                                    return Ok(Left::Outcome(Outcome::Blocked(block)));
                                }
                                Err(exc) => break 'raise exc,
                            }
                        }};
                    }
                    /// Deals with a call that was started when the stack had `at` entries: pushes a result at once, or puts
                    /// this frame below what it has called.
                    macro_rules! started {
                        ($at:expr, $started:expr) => {
                            match $started {
                                Ok(Started::Value(value)) => {
                                    frame.slots.push(value);
                                    next!()
                                }
                                Ok(Started::Pushed) => {
                                    frame.pc = pc;
                                    frame.then = Then::Push;
                                    self.stack.insert($at, Activation::Python(frame));
                                    return Ok(Left::Switched);
                                }
                                Ok(Started::Blocked(block)) => {
                                    frame.pc = pc;
                                    frame.then = Then::Push;
                                    self.stack.insert($at, Activation::Python(frame));
                                    return Ok(Left::Outcome(Outcome::Blocked(block)));
                                }
                                Err(exc) => break 'raise exc,
                            }
                        };
                    }
                    macro_rules! start_push {
                        ($started:expr) => {{
                            sync!();
                            let at = self.stack.len();
                            let started = $started;
                            started!(at, started)
                        }};
                    }
                    /// Goes on in another frame.
                    macro_rules! switch_to {
                        ($callee:expr, $then:expr) => {{
                            let callee = $callee;
                            frame.pc = pc;
                            frame.then = $then;
                            self.stack.push(Activation::Python(frame));
                            frame = callee;
                            continue 'frame;
                        }};
                    }

                    match *op {
                        Op::Line(line) => {
                            *left += 1;
                            if finalize::waiting() {
                                let dying = finalize::take();
                                let cx = super::cx::Cx::new(vm);
                                slow!(Then::Discard, super::finalizers::run(cx, dying))
                            }
                            frame.line = line;
                            if vm.traces_lines(&code) {
                                sync!();
                                vm.trace_line(line);
                            }
                            next!()
                        }
                        Op::Nop => next!(),

                        // The operand stack.
                        Op::Pop => {
                            drop(pop!());
                            next!()
                        }
                        Op::Dup => {
                            let top = frame.slots.last().cloned().unwrap_or_default();
                            push!(top);
                            next!()
                        }
                        Op::Dup2 => {
                            let (b, a) = (pop!(), pop!());
                            frame.slots.extend([a.clone(), b.clone(), a, b]);
                            next!()
                        }
                        Op::Swap => {
                            let (b, a) = (pop!(), pop!());
                            frame.slots.extend([b, a]);
                            next!()
                        }
                        Op::Rot3 => {
                            let (c, b, a) = (pop!(), pop!(), pop!());
                            frame.slots.extend([c, a, b]);
                            next!()
                        }
                        Op::Rot4 => {
                            let (d, c, b, a) = (pop!(), pop!(), pop!(), pop!());
                            frame.slots.extend([d, a, b, c]);
                            next!()
                        }
                        Op::Copy(n) => {
                            let value = below(&frame, usize::from(n));
                            push!(value);
                            next!()
                        }

                        // Constants and variables.
                        Op::Const(index) => {
                            push!(code.consts.get(index as usize).cloned().unwrap_or_default());
                            next!()
                        }
                        Op::SmallInt(int) => {
                            push!(Value::Int(i64::from(int)));
                            next!()
                        }
                        Op::LoadFast(slot) => {
                            let value = frame.slots[usize::from(slot)].clone();
                            if value.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(slot));
                            }
                            push!(value);
                            next!()
                        }
                        Op::StoreFast(slot) => {
                            let value = pop!();
                            drop(std::mem::replace(&mut frame.slots[usize::from(slot)], value));
                            next!()
                        }
                        Op::DeleteFast(slot) => {
                            let old = std::mem::take(&mut frame.slots[usize::from(slot)]);
                            if old.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(slot));
                            }
                            drop(old);
                            next!()
                        }
                        Op::ClearFast(slot) => {
                            drop(std::mem::take(&mut frame.slots[usize::from(slot)]));
                            next!()
                        }
                        Op::MakeCell(slot) => {
                            let slot = &mut frame.slots[usize::from(slot)];
                            let value = std::mem::take(slot);
                            *slot = Value::Cell(Rc::new(crate::object::VarCell::new(value)));
                            next!()
                        }
                        Op::LoadDeref(slot) => {
                            let value = deref(&frame, slot);
                            if value.is_empty_slot() {
                                break 'raise vm.unbound_cell(&code, usize::from(slot));
                            }
                            push!(value);
                            next!()
                        }
                        Op::StoreDeref(slot) => {
                            let value = pop!();
                            if let Value::Cell(cell) = &frame.slots[usize::from(slot)] {
                                cell.set(value);
                            }
                            next!()
                        }
                        Op::DeleteDeref(slot) => {
                            if deref(&frame, slot).is_empty_slot() {
                                break 'raise vm.unbound_cell(&code, usize::from(slot));
                            }
                            if let Value::Cell(cell) = &frame.slots[usize::from(slot)] {
                                cell.set(Value::Empty);
                            }
                            next!()
                        }
                        Op::LoadClosure(slot) => {
                            push!(frame.slots[usize::from(slot)].clone());
                            next!()
                        }
                        Op::LoadClassDeref { slot, name } => {
                            let own = frame
                                .namespace
                                .as_ref()
                                .and_then(|n| n.get_str(&code.names[usize::from(name)]));
                            let value = own.unwrap_or_else(|| deref(&frame, slot));
                            if value.is_empty_slot() {
                                break 'raise vm.unbound_cell(&code, usize::from(slot));
                            }
                            push!(value);
                            next!()
                        }
                        Op::LoadGlobal(name) => {
                            push!(check!(vm.load_global(&frame, &code, name as usize)));
                            next!()
                        }
                        Op::StoreGlobal(name) => {
                            let value = pop!();
                            vm.store_global(&frame, &code, name as usize, value);
                            next!()
                        }
                        Op::DeleteGlobal(name) => {
                            let name = &code.names[name as usize];
                            if frame.globals.remove_str(name).is_none() {
                                break 'raise vm.undefined_name(&frame, name);
                            }
                            next!()
                        }
                        Op::LoadName(name) => {
                            let own = frame
                                .namespace
                                .as_ref()
                                .and_then(|n| n.get_str(&code.names[name as usize]));
                            let value = match own {
                                Some(value) => value,
                                None => check!(vm.load_global(&frame, &code, name as usize)),
                            };
                            push!(value);
                            next!()
                        }
                        Op::StoreName(name) => {
                            let value = pop!();
                            if let Some(object) = frame.namespace_object.clone() {
                                let key = Value::Str(code.names[name as usize].clone());
                                let cx = super::cx::Cx::new(vm);
                                slow!(Then::Ignore, async move {
                                    items::set_item(&cx, &object, &key, value)
                                        .await
                                        .map(|()| Value::None)
                                })
                            }
                            let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
                            namespace.set_str(code.names[name as usize].clone(), value);
                            next!()
                        }
                        Op::DeleteName(name) => {
                            let name = &code.names[name as usize];
                            let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
                            if namespace.remove_str(name).is_none() {
                                break 'raise vm.undefined_name(&frame, name);
                            }
                            next!()
                        }
                        Op::SetupAnnotations => {
                            let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
                            if !namespace.contains_str(&vm.names.annotations) {
                                namespace.set_str(vm.names.annotations.clone(), Value::dict());
                            }
                            next!()
                        }

                        // Attributes and items.
                        Op::LoadAttr(name) => {
                            let name = &code.names[name as usize];
                            let object = pop!();
                            if let Some(value) = vm.quick_attr(&object, name) {
                                push!(value);
                                next!()
                            }
                            match check!(vm.getattr(&object, name)) {
                                super::attr::Found::Value(value) => {
                                    push!(value);
                                    next!()
                                }
                                super::attr::Found::Call(callable, args) => {
                                    start_push!(self.start_call(vm, &callable, &args, &[]))
                                }
                                super::attr::Found::Slow(future) => slow!(Then::Push, future),
                            }
                        }
                        Op::LoadMethod(name) => {
                            let name = &code.names[name as usize];
                            let object = pop!();
                            if let Some(method) = vm.plain_method(&object, name) {
                                frame.slots.extend([method, object]);
                                next!()
                            }
                            match check!(vm.getattr(&object, name)) {
                                super::attr::Found::Value(value) => {
                                    frame.slots.extend([Value::Empty, value]);
                                    next!()
                                }
                                super::attr::Found::Call(callable, args) => {
                                    push!(Value::Empty);
                                    start_push!(self.start_call(vm, &callable, &args, &[]))
                                }
                                super::attr::Found::Slow(future) => {
                                    push!(Value::Empty);
                                    slow!(Then::Push, future)
                                }
                            }
                        }
                        Op::StoreAttr(name) => {
                            let name = &code.names[name as usize];
                            let (object, value) = (pop!(), pop!());
                            let Err(value) = vm.quick_setattr(&object, name, value) else {
                                next!()
                            };
                            match check!(vm.setattr(&object, name, Some(value))) {
                                None => next!(),
                                Some((callable, args)) => {
                                    start!(Then::Ignore, self.start_call(vm, &callable, &args, &[]))
                                }
                            }
                        }
                        Op::DeleteAttr(name) => {
                            let object = pop!();
                            match check!(vm.setattr(&object, &code.names[name as usize], None)) {
                                None => next!(),
                                Some((callable, args)) => {
                                    start!(Then::Ignore, self.start_call(vm, &callable, &args, &[]))
                                }
                            }
                        }
                        Op::LoadItem => {
                            let (index, object) = (pop!(), pop!());
                            if let (Value::List(list), Value::Int(at)) = (&object, &index)
                                && *at >= 0
                                && let Some(item) = list.get(*at as usize)
                            {
                                push!(item);
                                next!()
                            }
                            match check!(items::try_get_item(vm, &object, &index)) {
                                Some(value) => {
                                    push!(value);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(
                                        Then::Push,
                                        async move { items::get_item(&cx, &object, &index).await }
                                    )
                                }
                            }
                        }
                        Op::StoreItem => {
                            let (index, object, value) = (pop!(), pop!(), pop!());
                            if check!(items::try_set_item(vm, &object, &index, &value)) {
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, async move {
                                items::set_item(&cx, &object, &index, value)
                                    .await
                                    .map(|()| Value::None)
                            })
                        }
                        Op::DeleteItem => {
                            let (index, object) = (pop!(), pop!());
                            if check!(items::try_del_item(vm, &object, &index)) {
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, async move {
                                items::del_item(&cx, &object, &index).await.map(|()| Value::None)
                            })
                        }
                        Op::BuildSlice(parts) => {
                            let step = if parts == 3 { pop!() } else { Value::None };
                            let (stop, start) = (pop!(), pop!());
                            push!(Value::Slice(Rc::new(crate::object::Slice { start, stop, step })));
                            next!()
                        }

                        // Operators.
                        Op::Binary(op) => {
                            let (b, a) = (pop!(), pop!());
                            if let Some(value) = quick_binary(op, &a, &b) {
                                push!(value);
                                next!()
                            }
                            match check!(binary::try_binary(vm, op, &a, &b)) {
                                Some(value) => {
                                    push!(value);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { binary::binary(&cx, op, &a, &b).await })
                                }
                            }
                        }
                        Op::Inplace(op) => {
                            let (b, a) = (pop!(), pop!());
                            if let Some(value) = quick_binary(op, &a, &b) {
                                push!(value);
                                next!()
                            }
                            // `s += t`: the variable must not hold on to the old string, or it would be copied.
                            if let (Value::Str(left_text), Value::Str(right_text), BinOp::Add) = (&a, &b, op)
                            {
                                let more = right_text.clone();
                                release_target(&mut frame, ops.get(pc + 1), &a);
                                let _ = left_text;
                                let Value::Str(text) = a else { next!() };
                                check!(vm.reserve(more.len()));
                                push!(Value::Str(text.append(&more)));
                                next!()
                            }
                            match check!(binary::try_inplace(vm, op, &a, &b)) {
                                Some(value) => {
                                    push!(value);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { binary::inplace(&cx, op, &a, &b).await })
                                }
                            }
                        }
                        Op::Unary(op) => {
                            let a = pop!();
                            match check!(unary::try_unary(vm, op, &a)) {
                                Some(value) => {
                                    push!(value);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { unary::unary(&cx, op, &a).await })
                                }
                            }
                        }
                        Op::Not => {
                            let a = pop!();
                            match truth::try_truth(vm, &a) {
                                Some(truth) => {
                                    push!(Value::Bool(!truth));
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(
                                        Then::Push,
                                        async move { cx.truth(&a).await.map(|t| Value::Bool(!t)) }
                                    )
                                }
                            }
                        }
                        Op::Compare(op) => {
                            let (b, a) = (pop!(), pop!());
                            if let Some(result) = quick_compare(op, &a, &b) {
                                push!(Value::Bool(result));
                                next!()
                            }
                            match check!(compare::try_compare(vm, op, &a, &b)) {
                                Some(value) => {
                                    push!(value);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { compare::compare(&cx, op, &a, &b).await })
                                }
                            }
                        }
                        Op::In | Op::NotIn => {
                            let negate = matches!(op, Op::NotIn);
                            let (container, item) = (pop!(), pop!());
                            match check!(items::try_contains(vm, &container, &item)) {
                                Some(found) => {
                                    push!(Value::Bool(found != negate));
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move {
                                        items::contains(&cx, &container, &item)
                                            .await
                                            .map(|f| Value::Bool(f != negate))
                                    })
                                }
                            }
                        }
                        Op::Is => {
                            let (b, a) = (pop!(), pop!());
                            push!(Value::Bool(a.is(&b)));
                            next!()
                        }
                        Op::IsNot => {
                            let (b, a) = (pop!(), pop!());
                            push!(Value::Bool(!a.is(&b)));
                            next!()
                        }

                        // Jumps.
                        Op::Jump(target) => {
                            pc = target as usize;
                            continue 'instr;
                        }
                        Op::PopJumpIfFalse(target) | Op::PopJumpIfTrue(target) => {
                            let wanted = matches!(op, Op::PopJumpIfTrue(_));
                            let value = pop!();
                            match truth::try_truth(vm, &value) {
                                Some(truth) => {
                                    pc = if truth == wanted { target as usize } else { pc + 1 };
                                    continue 'instr;
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(
                                        Then::Retry,
                                        async move { cx.truth(&value).await.map(Value::Bool) }
                                    )
                                }
                            }
                        }
                        Op::PopJumpIfNone(target) => {
                            pc = if pop!().is_none() { target as usize } else { pc + 1 };
                            continue 'instr;
                        }
                        Op::PopJumpIfNotNone(target) => {
                            pc = if pop!().is_none() { pc + 1 } else { target as usize };
                            continue 'instr;
                        }
                        Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => {
                            let wanted = matches!(op, Op::JumpIfTrueOrPop(_));
                            let value = below(&frame, 0);
                            match truth::try_truth(vm, &value) {
                                Some(truth) if truth == wanted => {
                                    pc = target as usize;
                                    continue 'instr;
                                }
                                Some(_) => {
                                    drop(pop!());
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(
                                        Then::JumpOrPop {
                                            wanted,
                                            target: target as usize
                                        },
                                        async move { cx.truth(&value).await.map(Value::Bool) }
                                    )
                                }
                            }
                        }

                        // Building.
                        Op::BuildTuple(count) => {
                            let items = take(&mut frame, count as usize);
                            push!(Value::tuple(items));
                            next!()
                        }
                        Op::BuildList(count) => {
                            let items = take(&mut frame, count as usize);
                            push!(Value::list(items));
                            next!()
                        }
                        Op::BuildSet(count) => {
                            let items = take(&mut frame, count as usize);
                            match check!(vm.try_build_set(&items)) {
                                Some(set) => {
                                    push!(set);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, super::build::set(cx, items))
                                }
                            }
                        }
                        Op::BuildMap(count) => {
                            let items = take(&mut frame, 2 * count as usize);
                            match check!(vm.try_build_dict(&items)) {
                                Some(dict) => {
                                    push!(dict);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, super::build::dict(cx, items))
                                }
                            }
                        }
                        Op::BuildString(count) => {
                            let parts = take(&mut frame, count as usize);
                            let length = parts.iter().filter_map(Value::as_str).map(|s| s.len()).sum();
                            check!(vm.reserve(length));
                            let mut text = String::with_capacity(length);
                            parts
                                .iter()
                                .filter_map(Value::as_str)
                                .for_each(|part| text.push_str(part));
                            push!(Value::str(text));
                            next!()
                        }
                        Op::ListAppend(depth) => {
                            let item = pop!();
                            if let Value::List(list) = at_depth(&frame, depth) {
                                list.push(item);
                            }
                            next!()
                        }
                        Op::SetAdd(depth) => {
                            let item = pop!();
                            let set = at_depth(&frame, depth).clone();
                            if check!(vm.try_set_add(&set, &item)) {
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, super::build::add(cx, set, item))
                        }
                        Op::MapAdd(depth) => {
                            let (value, key) = (pop!(), pop!());
                            let dict = at_depth(&frame, depth).clone();
                            if check!(items::try_set_item(vm, &dict, &key, &value)) {
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, async move {
                                items::set_item(&cx, &dict, &key, value)
                                    .await
                                    .map(|()| Value::None)
                            })
                        }
                        Op::ListExtend(depth) => {
                            let iterable = pop!();
                            let list = at_depth(&frame, depth).clone();
                            // In a call the message names the callable, which lies below the list.
                            let callable = match is_star_argument(&ops[pc + 1..]) {
                                true => at_depth(&frame, depth + 1).clone(),
                                false => Value::Empty,
                            };
                            match iterate::try_collect(vm, &iterable) {
                                Ok(Some(items)) => {
                                    if let Value::List(list) = &list {
                                        list.with_mut(|all| all.extend(items));
                                    }
                                    next!()
                                }
                                Ok(None) => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Ignore, super::build::extend(cx, list, iterable, callable))
                                }
                                Err(exc) => {
                                    break 'raise vm.not_iterable_after_star(&iterable, &callable, exc);
                                }
                            }
                        }
                        Op::SetUpdate(depth) => {
                            let iterable = pop!();
                            let set = at_depth(&frame, depth).clone();
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, super::build::update_set(cx, set, iterable))
                        }
                        Op::DictUpdate(depth) => {
                            let mapping = pop!();
                            let dict = at_depth(&frame, depth).clone();
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, super::build::update_dict(cx, dict, mapping))
                        }
                        Op::DictMerge(depth) => {
                            let mapping = pop!();
                            let dict = at_depth(&frame, depth).clone();
                            let callable = at_depth(&frame, depth + 2).clone();
                            if let (Value::Dict(into), Value::Dict(from)) = (&dict, &mapping) {
                                check!(vm.merge_keywords(&callable, into, from));
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Ignore, super::build::merge(cx, callable, dict, mapping))
                        }
                        Op::ListToTuple => {
                            let list = pop!();
                            push!(Value::tuple(
                                list.as_list().map(|list| list.to_vec()).unwrap_or_default()
                            ));
                            next!()
                        }
                        Op::FormatValue { conversion, has_spec } => {
                            let spec = if has_spec { pop!() } else { Value::Empty };
                            let value = pop!();
                            if let Some(text) = check!(format::try_field(vm, &value, conversion, &spec)) {
                                push!(Value::Str(text));
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Push, format::field(cx, value, conversion, spec))
                        }

                        // Unpacking and iteration.
                        Op::UnpackSequence(count) => {
                            let value = pop!();
                            let count = count as usize;
                            if let Some(exact) = exact_items(&value, count) {
                                frame.slots.extend(exact.into_iter().rev());
                                next!()
                            }
                            match check!(vm.try_unpack(&value, count)) {
                                Some(items) => {
                                    frame.slots.extend(items.into_iter().rev());
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    // A tuple of exactly so many items takes the value's place.
                                    slow!(Then::Retry, super::build::unpack(cx, value, count))
                                }
                            }
                        }
                        Op::UnpackEx { before, after } => {
                            let value = pop!();
                            match check!(iterate::try_collect(vm, &value)) {
                                Some(items) => {
                                    let parts = check!(vm.split_items(items, before.into(), after.into()));
                                    frame.slots.extend(parts.into_iter().rev());
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(
                                        Then::Retry,
                                        async move { cx.collect(&value).await.map(Value::list) }
                                    )
                                }
                            }
                        }
                        Op::GetIter => {
                            let iterable = pop!();
                            match check!(iterate::try_iter(vm, &iterable)) {
                                Some(iterator) => {
                                    push!(iterator);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { cx.iter(&iterable).await })
                                }
                            }
                        }
                        Op::ForIter(exit) | Op::FusedForIterStoreFast { target: exit, .. } => {
                            // Fused and quick: the item goes to its variable at once. Otherwise the next
                            // instruction stores it.
                            if let Op::FusedForIterStoreFast { slot, .. } = *op
                                && let Some(Value::Iter(iter)) = frame.slots.last()
                                && let Some(item) = quick_next(iter)
                            {
                                drop(std::mem::replace(&mut frame.slots[usize::from(slot)], item));
                                *left -= 1;
                                pc += 2;
                                continue 'instr;
                            }
                            let iterator = below(&frame, 0);
                            if let Value::Generator(generator) = &iterator
                                && generator.kind != GeneratorKind::AsyncGenerator
                            {
                                frame.pc = pc;
                                frame.then = Then::ForIter(exit as usize);
                                self.stack.push(Activation::Python(frame));
                                self.resume(vm, generator.clone(), super::call::Sent::Value(Value::None));
                                return Ok(Left::Switched);
                            }
                            match check!(iterate::try_next(vm, &iterator)) {
                                iterate::Step::Item(item) => {
                                    push!(item);
                                    next!()
                                }
                                iterate::Step::Done => {
                                    drop(pop!());
                                    pc = exit as usize;
                                    continue 'instr;
                                }
                                iterate::Step::Ask => {
                                    if let Value::Instance(instance) = &iterator
                                        && let Some(next @ Value::Function(_)) =
                                            vm.lookup(&instance.class, &vm.names.next)
                                    {
                                        let args = [iterator];
                                        start!(
                                            Then::ForIter(exit as usize),
                                            self.start_call(vm, &next, &args, &[])
                                        )
                                    }
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::ForIter(exit as usize), async move {
                                        match cx.next(&iterator).await? {
                                            Some(item) => Ok(item),
                                            None => Err(cx.vm.stop_iteration(Value::None)),
                                        }
                                    })
                                }
                            }
                        }
                        Op::GetAIter => {
                            let iterable = pop!();
                            if let Value::Generator(generator) = &iterable
                                && generator.kind == GeneratorKind::AsyncGenerator
                            {
                                push!(iterable);
                                next!()
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Push, super::build::async_iterator(cx, iterable))
                        }
                        Op::GetANext => {
                            let iterator = below(&frame, 0);
                            if let Value::Generator(generator) = &iterator {
                                let first = Some(super::call::Sent::Value(Value::None));
                                let step = vm.async_step(generator, super::generators::StepKind::Send, first);
                                push!(check!(step));
                                next!()
                            }
                            match vm.special(&iterator, &vm.names.anext) {
                                Some(super::attr::Special::Method(method)) => {
                                    let args = [iterator];
                                    start_push!(self.start_call(vm, &method, &args, &[]))
                                }
                                _ => {
                                    break 'raise vm.type_error(format!(
                                        "'async for' requires an iterator with __anext__ method, got {}",
                                        vm.type_name(&iterator)
                                    ));
                                }
                            }
                        }
                        Op::EndAsyncFor => {
                            let exc = pop!();
                            drop(pop!());
                            match Exc::from_value(&exc) {
                                Some(exc) if vm.is_exc(&exc, &vm.types.stop_async_iteration) => next!(),
                                Some(exc) => break 'raise exc,
                                None => next!(),
                            }
                        }

                        // Suspending.
                        Op::GetAwaitable(kind) => {
                            let value = pop!();
                            match check!(vm.awaitable(&value, kind)) {
                                Some(iterator) => {
                                    sync!();
                                    vm.await_entered(&frame, &code, pc);
                                    push!(iterator);
                                    next!()
                                }
                                None => {
                                    let method = vm.special(&value, &vm.names.await_);
                                    sync!();
                                    vm.await_entered(&frame, &code, pc);
                                    match method {
                                        Some(super::attr::Special::Method(method)) => {
                                            let args = [value];
                                            start_push!(self.start_call(vm, &method, &args, &[]))
                                        }
                                        _ => {
                                            let cx = super::cx::Cx::new(vm);
                                            slow!(Then::Push, async move {
                                                let name = cx.vm.names.await_.clone();
                                                Ok(cx
                                                    .special(&value, &name, vec![])
                                                    .await?
                                                    .unwrap_or_default())
                                            })
                                        }
                                    }
                                }
                            }
                        }
                        Op::Await | Op::YieldFrom => {
                            let sent = pop!();
                            let iterator = below(&frame, 0);
                            sync!();
                            match vm.await_step(&iterator, sent) {
                                Ok(AwaitStep::Resume(generator, sent)) => {
                                    frame.pc = pc;
                                    frame.then = Then::Delegate;
                                    self.stack.push(Activation::Python(frame));
                                    self.resume(vm, generator, sent);
                                    return Ok(Left::Switched);
                                }
                                Ok(AwaitStep::Yield(value)) => {
                                    frame.pc = pc;
                                    match suspend(frame) {
                                        Ok(()) => self.ready = Some(Completion::Yield(value)),
                                        Err(back) => {
                                            frame = back;
                                            break 'raise vm.runtime_error("await outside a coroutine");
                                        }
                                    }
                                    return Ok(Left::Switched);
                                }
                                Ok(AwaitStep::Result(value)) => {
                                    drop(pop!());
                                    push!(value);
                                    vm.await_left(&frame);
                                    next!()
                                }
                                Ok(AwaitStep::Call(callable, args)) => {
                                    start!(Then::Delegate, self.start_call(vm, &callable, &args, &[]))
                                }
                                Err(exc) => break 'raise exc,
                            }
                        }
                        Op::GetYieldFromIter => {
                            let iterable = pop!();
                            if let Value::Generator(_) = &iterable {
                                push!(iterable);
                                next!()
                            }
                            match check!(iterate::try_iter(vm, &iterable)) {
                                Some(iterator) => {
                                    push!(iterator);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { cx.iter(&iterable).await })
                                }
                            }
                        }
                        Op::Yield => {
                            let value = pop!();
                            frame.pc = pc;
                            let is_async = matches!(&frame.generator, Some(g) if g.kind == GeneratorKind::AsyncGenerator);
                            match suspend(frame) {
                                Ok(()) if is_async => self.ready = Some(Completion::AsyncYield(value)),
                                Ok(()) => self.ready = Some(Completion::Yield(value)),
                                Err(back) => {
                                    frame = back;
                                    break 'raise vm.runtime_error("yield outside a generator");
                                }
                            }
                            return Ok(Left::Switched);
                        }
                        Op::Return => {
                            let value = pop!();
                            let Some(generator) = frame.generator.take() else {
                                if let Some(Activation::Python(caller)) = self.stack.last_mut()
                                    && matches!(caller.then, Then::Push)
                                {
                                    caller.slots.push(value);
                                    caller.pc += 1;
                                    self.recycle(frame);
                                    match self.stack.pop() {
                                        Some(Activation::Python(caller)) => {
                                            frame = caller;
                                            continue 'frame;
                                        }
                                        Some(other) => self.stack.push(other),
                                        None => {}
                                    }
                                    return Ok(Left::Switched);
                                }
                                self.recycle(frame);
                                self.ready = Some(Completion::Return(value));
                                return Ok(Left::Switched);
                            };
                            generator
                                .state
                                .set(crate::object::generator::GeneratorState::Finished);
                            self.ready = Some(match generator.kind {
                                GeneratorKind::AsyncGenerator => Completion::AsyncReturn,
                                _ => Completion::GeneratorReturn(value),
                            });
                            self.recycle(frame);
                            return Ok(Left::Switched);
                        }

                        // Exceptions.
                        Op::PushExcInfo => {
                            let exc = pop!();
                            let before = frame.handled.take();
                            frame.handled = Exc::from_value(&exc);
                            push!(before.map_or(Value::None, |exc| exc.value()));
                            push!(exc);
                            next!()
                        }
                        Op::PopExcept => {
                            let before = pop!();
                            drop(std::mem::replace(&mut frame.handled, Exc::from_value(&before)));
                            next!()
                        }
                        Op::CheckExcMatch => {
                            let class = pop!();
                            let exc = below(&frame, 0);
                            push!(Value::Bool(check!(vm.exception_matches(&exc, &class))));
                            next!()
                        }
                        Op::CheckEgMatch => {
                            let (class, exc) = (pop!(), pop!());
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::PushMatch, super::groups::check_match(cx, exc, class))
                        }
                        Op::PrepReraiseStar => {
                            let (list, original) = (pop!(), pop!());
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Push, super::groups::prepare_reraise(cx, original, list))
                        }
                        Op::Raise(0) => match frame.handled.clone().or_else(|| self.handled_below()) {
                            Some(exc) => break 'raise exc,
                            None => break 'raise vm.runtime_error("No active exception to reraise"),
                        },
                        Op::Raise(parts) => {
                            let cause = if parts == 2 { pop!() } else { Value::Empty };
                            let value = pop!();
                            if let (Some(exc), true) = (Exc::from_value(&value), cause.is_empty_slot()) {
                                self.set_context(vm, &frame, &exc);
                                break 'raise exc;
                            }
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::RaiseIt, super::raise::prepare(cx, value, cause))
                        }
                        Op::Reraise => {
                            let value = pop!();
                            match Exc::from_value(&value) {
                                Some(exc) => break 'raise exc,
                                None => next!(),
                            }
                        }
                        Op::BeforeWith => {
                            let manager = pop!();
                            let (enter, exit) =
                                check!(vm.context_methods(&manager, super::raise::WithKind::Sync));
                            push!(exit);
                            start_push!(self.start_call(vm, &enter, &[], &[]))
                        }
                        Op::BeforeAsyncWith => {
                            let manager = pop!();
                            let (enter, exit) =
                                check!(vm.context_methods(&manager, super::raise::WithKind::Async));
                            push!(exit);
                            start_push!(self.start_call(vm, &enter, &[], &[]))
                        }
                        Op::WithExceptStart => {
                            let exc = below(&frame, 0);
                            let exit = below(&frame, 2);
                            let class = Value::Type(vm.type_of(&exc).clone());
                            let traceback = Exc::from_value(&exc)
                                .map_or(Value::None, |exc| crate::types::traceback::of(vm, &exc));
                            let args = [class, exc, traceback];
                            start_push!(self.start_call(vm, &exit, &args, &[]))
                        }
                        Op::LoadAssertionError => {
                            push!(Value::Type(vm.types.assertion_error.clone()));
                            next!()
                        }

                        // Calls.
                        Op::Call(count) => {
                            let base = frame.slots.len().saturating_sub(usize::from(count));
                            let Some(callable) = base.checked_sub(1).and_then(|at| frame.slots.get(at))
                            else {
                                break 'raise vm.runtime_error("the operand stack is empty");
                            };
                            match callable {
                                Value::Function(function)
                                    if function.code.is_simple()
                                        && function.code.arg_count() == usize::from(count) =>
                                {
                                    if self.stack.len() >= vm.limits.recursion.get() {
                                        break 'raise vm.recursion_error();
                                    }
                                    let function = function.clone();
                                    let mut callee = self.frame(&function.code, &function.globals);
                                    callee.slots.extend(frame.slots.drain(base..));
                                    vm.finish_slots(&function, &mut callee.slots);
                                    drop(pop!());
                                    switch_to!(callee, Then::Push)
                                }
                                Value::Type(class) if count == 0 && Rc::ptr_eq(class, &vm.types.super_) => {
                                    let args = check!(vm.implicit_super_arguments(&frame));
                                    drop(pop!());
                                    let super_class = Value::Type(vm.types.super_.clone());
                                    start_push!(self.start_call(vm, &super_class, &args, &[]))
                                }
                                Value::Type(class) => {
                                    sync!();
                                    match vm.make(class, &frame.slots[base..], &[]) {
                                        Err(exc) => break 'raise exc,
                                        Ok(super::dispatch::Made::Value(value)) => {
                                            frame.slots.truncate(base - 1);
                                            push!(value);
                                            next!()
                                        }
                                        Ok(super::dispatch::Made::Init(object, init)) => {
                                            let mut args = Vec::with_capacity(usize::from(count) + 1);
                                            args.push(object.clone());
                                            args.extend(frame.slots.drain(base..));
                                            drop(pop!());
                                            start!(Then::Init(object), self.start_call(vm, &init, &args, &[]))
                                        }
                                        Ok(super::dispatch::Made::Slow) => {
                                            let at = self.stack.len();
                                            let (callable, args) =
                                                (&frame.slots[base - 1], &frame.slots[base..]);
                                            let started = self.start_call(vm, callable, args, &[]);
                                            frame.slots.truncate(base - 1);
                                            started!(at, started)
                                        }
                                    }
                                }
                                callable => {
                                    sync!();
                                    let at = self.stack.len();
                                    let started = self.start_call(vm, callable, &frame.slots[base..], &[]);
                                    frame.slots.truncate(base - 1);
                                    started!(at, started)
                                }
                            }
                        }
                        Op::CallMethod(count) => {
                            let count = usize::from(count);
                            let base = frame.slots.len().saturating_sub(count + 1);
                            let Some(function) = base.checked_sub(1).and_then(|at| frame.slots.get(at))
                            else {
                                break 'raise vm.runtime_error("the operand stack is empty");
                            };
                            match function {
                                Value::Function(function)
                                    if function.code.is_simple()
                                        && function.code.arg_count() == count + 1 =>
                                {
                                    if self.stack.len() >= vm.limits.recursion.get() {
                                        break 'raise vm.recursion_error();
                                    }
                                    let function = function.clone();
                                    let mut callee = self.frame(&function.code, &function.globals);
                                    callee.slots.extend(frame.slots.drain(base..));
                                    vm.finish_slots(&function, &mut callee.slots);
                                    drop(pop!());
                                    switch_to!(callee, Then::Push)
                                }
                                Value::Empty => {
                                    sync!();
                                    let at = self.stack.len();
                                    let started = self.start_call(
                                        vm,
                                        &frame.slots[base],
                                        &frame.slots[base + 1..],
                                        &[],
                                    );
                                    frame.slots.truncate(base - 1);
                                    started!(at, started)
                                }
                                function => {
                                    sync!();
                                    let at = self.stack.len();
                                    let started = self.start_call(vm, function, &frame.slots[base..], &[]);
                                    frame.slots.truncate(base - 1);
                                    started!(at, started)
                                }
                            }
                        }
                        Op::CallKw { count, names } => {
                            let args = take(&mut frame, usize::from(count));
                            let callable = pop!();
                            let names: Vec<_> = match code.consts.get(names as usize) {
                                Some(Value::Tuple(names)) => {
                                    names.iter().filter_map(|n| n.as_str().cloned()).collect()
                                }
                                _ => Vec::new(),
                            };
                            start_push!(self.start_call(vm, &callable, &args, &names))
                        }
                        Op::CallArgs => {
                            let (args, callable) = (pop!(), pop!());
                            let args = args.as_tuple().map(|t| t.to_vec()).unwrap_or_default();
                            start_push!(self.start_call(vm, &callable, &args, &[]))
                        }
                        Op::CallArgsKw => {
                            let (keywords, args, callable) = (pop!(), pop!(), pop!());
                            let mut args = args.as_tuple().map(|t| t.to_vec()).unwrap_or_default();
                            let mut names = Vec::new();
                            for (name, value) in keywords.as_dict().map(|d| d.items()).unwrap_or_default() {
                                names.extend(name.as_str().cloned());
                                args.push(value);
                            }
                            start_push!(self.start_call(vm, &callable, &args, &names))
                        }
                        Op::MakeFunction { code: index, parts } => {
                            let function = vm.make_function(&mut frame, &code, index as usize, parts);
                            push!(function);
                            next!()
                        }
                        Op::LoadBuildClass => {
                            push!(vm.build_class.clone());
                            next!()
                        }

                        // Imports.
                        Op::ImportName {
                            name,
                            from_list,
                            level,
                        } => {
                            let name = code.names[usize::from(name)].clone();
                            let from_list = code
                                .consts
                                .get(from_list as usize)
                                .cloned()
                                .unwrap_or(Value::None);
                            let globals = frame.globals.clone();
                            let cx = super::cx::Cx::new(vm);
                            slow!(
                                Then::Push,
                                super::import::import(cx, name, from_list, level, globals)
                            )
                        }
                        Op::ImportFrom(name) => {
                            let module = below(&frame, 0);
                            let name = &code.names[name as usize];
                            match vm.import_from(&module, name) {
                                Ok(super::attr::Found::Value(value)) => {
                                    push!(value);
                                    next!()
                                }
                                Ok(super::attr::Found::Call(callable, args)) => {
                                    start_push!(self.start_call(vm, &callable, &args, &[]))
                                }
                                Ok(super::attr::Found::Slow(future)) => slow!(Then::Push, future),
                                Err(exc) => break 'raise exc,
                            }
                        }
                        Op::ImportStar => {
                            let module = pop!();
                            let into = frame.namespace.clone().unwrap_or_else(|| frame.globals.clone());
                            vm.import_star(&module, &into);
                            next!()
                        }

                        // Pattern matching.
                        Op::MatchSequence => {
                            let subject = below(&frame, 0);
                            push!(Value::Bool(vm.is_sequence_pattern(&subject)));
                            next!()
                        }
                        Op::MatchMapping => {
                            let subject = below(&frame, 0);
                            push!(Value::Bool(vm.is_mapping_pattern(&subject)));
                            next!()
                        }
                        Op::GetLen => {
                            let subject = below(&frame, 0);
                            match check!(items::try_len(vm, &subject)) {
                                Some(length) => {
                                    push!(Value::size(length));
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { cx.len(&subject).await.map(Value::size) })
                                }
                            }
                        }
                        Op::MatchKeys => {
                            let (keys, subject) = (below(&frame, 0), below(&frame, 1));
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Push, super::patterns::match_keys(cx, subject, keys))
                        }
                        Op::MatchRest => {
                            let keys = pop!();
                            let subject = below(&frame, 0);
                            let cx = super::cx::Cx::new(vm);
                            slow!(Then::Push, super::patterns::match_rest(cx, subject, keys))
                        }
                        Op::MatchClass { positional } => {
                            let (names, class, subject) = (pop!(), pop!(), pop!());
                            let cx = super::cx::Cx::new(vm);
                            slow!(
                                Then::Push,
                                super::patterns::match_class(cx, subject, class, names, positional)
                            )
                        }

                        // Fused instructions: the quick case in one go, else the first part alone.
                        Op::FusedLoadFastLoadFast { a, b } => {
                            let (x, y) = (
                                frame.slots[usize::from(a)].clone(),
                                frame.slots[usize::from(b)].clone(),
                            );
                            if x.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(a));
                            }
                            push!(x);
                            pc += 1;
                            if y.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(b));
                            }
                            push!(y);
                            *left -= 1;
                            next!()
                        }
                        Op::FusedLoadFastConst { slot, index } => {
                            let value = frame.slots[usize::from(slot)].clone();
                            if value.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(slot));
                            }
                            push!(value);
                            push!(code.consts.get(index as usize).cloned().unwrap_or_default());
                            *left -= 1;
                            pc += 2;
                            continue 'instr;
                        }
                        Op::FusedStoreFastLoadFast { a, b } => {
                            let value = pop!();
                            drop(std::mem::replace(&mut frame.slots[usize::from(a)], value));
                            pc += 1;
                            let value = frame.slots[usize::from(b)].clone();
                            if value.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(b));
                            }
                            push!(value);
                            *left -= 1;
                            next!()
                        }
                        Op::FusedBinaryFastFast { op, a, b } => {
                            let (x, y) = (&frame.slots[usize::from(a)], &frame.slots[usize::from(b)]);
                            if let Some(value) = quick_binary(op, x, y) {
                                push!(value);
                                *left -= 2;
                                pc += 3;
                                continue 'instr;
                            }
                            if x.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(a));
                            }
                            let x = x.clone();
                            push!(x);
                            next!()
                        }
                        Op::FusedBinaryFastInt { op, slot, int } => {
                            let x = &frame.slots[usize::from(slot)];
                            if let Some(value) = quick_binary(op, x, &Value::Int(i64::from(int))) {
                                push!(value);
                                *left -= 2;
                                pc += 3;
                                continue 'instr;
                            }
                            if x.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(slot));
                            }
                            let x = x.clone();
                            push!(x);
                            next!()
                        }
                        Op::FusedInplaceFastFast { op, a, b } => {
                            let (x, y) = (&frame.slots[usize::from(a)], &frame.slots[usize::from(b)]);
                            if let Some(value) = quick_binary(op, x, y) {
                                // Only numbers are quick: dropping the old value runs nothing.
                                frame.slots[usize::from(a)] = value;
                                *left -= 3;
                                pc += 4;
                                continue 'instr;
                            }
                            if x.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(a));
                            }
                            let x = x.clone();
                            push!(x);
                            next!()
                        }
                        Op::FusedInplaceFastInt { op, slot, int } => {
                            let x = &frame.slots[usize::from(slot)];
                            if let Some(value) = quick_binary(op, x, &Value::Int(i64::from(int))) {
                                frame.slots[usize::from(slot)] = value;
                                *left -= 3;
                                pc += 4;
                                continue 'instr;
                            }
                            if x.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(slot));
                            }
                            let x = x.clone();
                            push!(x);
                            next!()
                        }
                        Op::FusedCompareJump { op, target } => {
                            let (b, a) = (pop!(), pop!());
                            if let Some(result) = quick_compare(op, &a, &b) {
                                *left -= 1;
                                pc = if result { pc + 2 } else { target as usize };
                                continue 'instr;
                            }
                            match check!(compare::try_compare(vm, op, &a, &b)) {
                                Some(value) => {
                                    push!(value);
                                    next!()
                                }
                                None => {
                                    let cx = super::cx::Cx::new(vm);
                                    slow!(Then::Push, async move { compare::compare(&cx, op, &a, &b).await })
                                }
                            }
                        }
                        Op::FusedLoadFastLoadAttr { slot, name } => {
                            let object = &frame.slots[usize::from(slot)];
                            if let Some(value) = vm.quick_attr(object, &code.names[name as usize]) {
                                push!(value);
                                *left -= 1;
                                pc += 2;
                                continue 'instr;
                            }
                            if object.is_empty_slot() {
                                break 'raise vm.unbound_local(&code, usize::from(slot));
                            }
                            let object = object.clone();
                            push!(object);
                            next!()
                        }
                    }
                };

                // An exception: to the innermost handler of this frame, or out of it.
                frame.pc = pc;
                vm.clock.instructions.set(vm.clock.at(*left));
                vm.note_exception(&frame, &exc);
                match self.unwind(vm, &mut frame, exc) {
                    Ok(target) => {
                        pc = target;
                    }
                    Err(exc) => {
                        let exc = self.leave_with(vm, frame, exc);
                        self.ready = Some(Completion::Raise(exc));
                        return Ok(Left::Switched);
                    }
                }
            }
        }
    }
}
