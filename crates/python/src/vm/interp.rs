//! The instruction loop.
//!
//! One iteration runs one instruction of one frame. Python functions that call, await or resume each other stay
//! inside the loop; native frames leave it for [`Fiber::run`]. The loop runs the instructions that programs spend
//! their time in itself, as far as built-in values need no more than a few steps; all others stand in [`table`],
//! in files by concept, and say by a [`Step`] how the loop goes on.

mod attributes;
mod building;
mod calls;
mod exceptions;
mod imports;
mod iteration;
mod operands;
mod operators;
mod quick;
mod step;
mod suspending;
mod table;
mod variables;

use self::operands::deref;
use self::quick::{
    discard_top, put, quick_binary, quick_compare, quick_item, quick_next, quick_truth, replace_operands,
};
use self::step::Step;
use super::dispatch::NATIVE_COST;
use super::fiber::{Completion, Entry, Fiber, Outcome, suspend};
use super::frame::{Activation, Frame, Then};
use super::{Vm, finalize};
use crate::bytecode::Op;
use crate::object::generator::GeneratorState;
use crate::object::{GeneratorKind, NativeKind, Value, work};
use crate::vm::call::Args;
use std::rc::Rc;

/// How the loop has been left, apart from its results.
enum Left {
    Outcome(Outcome),
    /// The fiber's stack has a new top.
    Switched,
}

impl Fiber {
    /// Runs a frame and what it calls. `None`: go on with the top of the stack.
    ///
    /// What a program does must not depend on where slices end: limits are looked at whenever the [clock](super::clock)
    /// says so.
    pub(super) fn interpret(&mut self, vm: &Rc<Vm>, frame: Box<Frame>) -> Option<Outcome> {
        let mut frame = frame;
        let mut entry = std::mem::take(&mut self.entry);
        loop {
            if vm.clock.is_over() {
                if let Err(exceeded) = vm.look_at_limits() {
                    frame.thrown = Some(exceeded);
                }
                if vm.clock.is_slice_over() {
                    self.stack.push(Activation::Python(frame));
                    self.entry = entry;
                    return Some(Outcome::Preempted);
                }
            }
            match self.run_slice(vm, frame, entry) {
                Ok(Left::Outcome(outcome)) => return Some(outcome),
                Ok(Left::Switched) => return None,
                Err(unfinished) => {
                    frame = unfinished;
                    entry = Entry::Continued;
                }
            }
        }
    }

    /// `Err` gives the frame back when the slice is used up; an instruction that stands for several may take more.
    fn run_slice(
        &mut self,
        vm: &Rc<Vm>,
        mut frame: Box<Frame>,
        mut entry: Entry,
    ) -> Result<Left, Box<Frame>> {
        let clock = &vm.clock;
        'frame: loop {
            let code = frame.code.clone();
            let ops = code.ops.as_slice();
            // A callee may have been elsewhere.
            vm.reach(&frame);
            let mut pc = frame.pc;
            let mut raised = frame.thrown.take();
            let is_new = std::mem::take(&mut entry) == Entry::New;
            if is_new && finalize::waiting() && raised.is_none() {
                // A callee has ended, and with it objects that it alone held.
                self.finalize_before(vm, frame);
                return Ok(Left::Switched);
            }
            let has_plain_names = frame.has_plain_names();

            /// Goes on with the frame that is on top of the stack now.
            macro_rules! go_on {
                () => {
                    match self
                        .stack
                        .pop_if(|top| matches!(top, Activation::Python(_)))
                    {
                        Some(Activation::Python(next)) => {
                            frame = next;
                            continue 'frame;
                        }
                        _ => return Ok(Left::Switched),
                    }
                };
            }
            /// Hands a result, whose frame is off the stack, to the frame that waits for it.
            macro_rules! complete {
                ($completion:expr) => {{
                    if let Some(outcome) = self.complete(vm, $completion) {
                        return Ok(Left::Outcome(outcome));
                    }
                    go_on!()
                }};
            }

            'handled: loop {
                if let Some(exc) = raised.take() {
                    // To the innermost handler of this frame, or out of it.
                    frame.pc = pc;
                    vm.note_exception(&frame, &exc);
                    match self.unwind(vm, &mut frame, exc) {
                        Ok(target) => pc = target,
                        Err(exc) => {
                            let exc = self.leave_with(vm, frame, exc);
                            complete!(Completion::Raise(exc))
                        }
                    }
                }
                'instr: loop {
                    /// Goes on with the next instruction, or with the one behind the last of several.
                    macro_rules! next {
                        () => {{
                            pc += 1;
                            continue 'instr;
                        }};
                        (parts: $count:expr) => {{
                            clock.tick($count - 1);
                            pc += $count;
                            continue 'instr;
                        }};
                    }
                    macro_rules! jump {
                        ($target:expr) => {{
                            pc = $target as usize;
                            continue 'instr;
                        }};
                    }
                    macro_rules! push {
                        ($value:expr) => {{
                            let value = $value;
                            frame.slots.push(value);
                        }};
                    }
                    macro_rules! raise {
                        ($exc:expr) => {{
                            raised = Some($exc);
                            continue 'handled;
                        }};
                    }
                    macro_rules! push_or_raise {
                        ($result:expr) => {
                            match $result {
                                Ok(value) => {
                                    push!(value);
                                    next!()
                                }
                                Err(exc) => raise!(exc),
                            }
                        };
                    }
                    /// Finalizes what has died, and then runs this instruction once more.
                    macro_rules! finalize_first {
                        () => {{
                            frame.pc = pc;
                            self.finalize_before(vm, frame);
                            return Ok(Left::Switched);
                        }};
                    }
                    /// Pushes the value of a local variable.
                    macro_rules! load {
                        ($slot:expr) => {{
                            let value = frame.slots[usize::from($slot)].copied();
                            if value.is_empty_slot() {
                                raise!(vm.unbound_local(&code, usize::from($slot)));
                            }
                            frame.slots.push(value);
                        }};
                    }
                    macro_rules! store {
                        ($slot:expr) => {{
                            let value = frame.slots.pop().unwrap_or_default();
                            put(&mut frame.slots, $slot, value);
                        }};
                    }

                    /// Pushes the value of a global variable.
                    macro_rules! load_global {
                        ($name:expr) => {{
                            let name = $name as usize;
                            if let Some(value) = vm.quick_global(&frame, &code, name) {
                                push!(value);
                                next!()
                            }
                            push_or_raise!(vm.load_global(&frame, &code, name))
                        }};
                    }

                    /// Calls what lies in the slot `callable` with what lies above it, if that is a Rust function that
                    /// computes at once or a Python one of positional parameters. All from the slot `floor` on goes.
                    macro_rules! call_quickly {
                        ($callable:expr, $floor:expr) => {
                            match frame.slots.get($callable) {
                                Some(Value::Function(function)) if function.code.is_simple => {
                                    let function = function.clone();
                                    let base = $callable + 1;
                                    if let Some(callee) = self.plain_callee(vm, &function, &mut frame, base) {
                                        frame.slots.truncate($floor);
                                        if self.is_too_deep(vm) {
                                            raise!(vm.recursion_error());
                                        }
                                        frame.pc = pc;
                                        self.stack.push(Activation::Python(frame));
                                        frame = callee;
                                        continue 'frame;
                                    }
                                }
                                Some(Value::Native(native)) => {
                                    if let NativeKind::Plain(run) = native.kind {
                                        clock.tick(NATIVE_COST);
                                        let args = frame.slots.get($callable + 1..).unwrap_or_default();
                                        let result = run(vm, Args::positional_only(args));
                                        frame.slots.truncate($floor);
                                        push_or_raise!(result)
                                    }
                                }
                                _ => {}
                            }
                        };
                    }

                    let Some(op) = ops.get(pc) else {
                        raise!(vm.runtime_error("the code has no end"));
                    };
                    if clock.is_over() {
                        frame.pc = pc;
                        return Err(frame);
                    }
                    clock.tick(1);
                    match *op {
                        Op::Line(line) => {
                            clock.tick(-1);
                            clock.spend(work::take());
                            if finalize::waiting() {
                                finalize_first!();
                            }
                            frame.line = line;
                            if vm.traces_lines(&code) {
                                vm.trace_line(line);
                            }
                            next!()
                        }
                        Op::Nop => next!(),

                        // The operand stack.
                        Op::Pop => {
                            discard_top(&mut frame.slots);
                            if finalize::waiting() {
                                pc += 1;
                                finalize_first!();
                            }
                            next!()
                        }
                        Op::Dup => {
                            push!(frame.slots.last().map(Value::copied).unwrap_or_default());
                            next!()
                        }

                        // Constants and variables.
                        Op::Const(index) => {
                            push!(
                                code.consts
                                    .get(index as usize)
                                    .map(Value::copied)
                                    .unwrap_or_default()
                            );
                            next!()
                        }
                        Op::SmallInt(int) => {
                            push!(Value::Int(i64::from(int)));
                            next!()
                        }
                        Op::LoadFast(slot) => {
                            load!(slot);
                            next!()
                        }
                        Op::StoreFast(slot) => {
                            store!(slot);
                            next!()
                        }
                        Op::LoadDeref(slot) => {
                            let value = deref(&frame, slot);
                            if value.is_empty_slot() {
                                raise!(vm.unbound_cell(&code, usize::from(slot)));
                            }
                            push!(value);
                            next!()
                        }
                        Op::LoadGlobal(name) => load_global!(name),
                        Op::LoadName(name) if has_plain_names => load_global!(name),
                        Op::StoreGlobal(name) => {
                            let value = frame.slots.pop().unwrap_or_default();
                            vm.store_global(&frame, &code, name as usize, value);
                            next!()
                        }
                        Op::StoreName(name) if has_plain_names => {
                            let value = frame.slots.pop().unwrap_or_default();
                            vm.store_global(&frame, &code, name as usize, value);
                            next!()
                        }

                        // Attributes and items.
                        Op::LoadAttr(name) => {
                            if let Some(top) = frame.slots.last_mut()
                                && let Some(value) = vm.quick_attr(top, &code.names[name as usize])
                            {
                                drop(std::mem::replace(top, value));
                                next!()
                            }
                        }
                        Op::LoadMethod(name) => {
                            if let Some(top) = frame.slots.last_mut()
                                && let Some(method) = vm.plain_method(top, &code.names[name as usize])
                            {
                                let object = std::mem::replace(top, method);
                                push!(object);
                                next!()
                            }
                            if let Some(top) = frame.slots.last_mut()
                                && let Value::Module(module) = top
                                && let Some(value) = vm.load_from_module(&module.dict, &code, name as usize)
                            {
                                drop(std::mem::take(top));
                                push!(value);
                                next!()
                            }
                        }
                        Op::StoreAttr(name) => {
                            let [.., value, object] = frame.slots.as_mut_slice() else {
                                raise!(vm.runtime_error("the operand stack is empty"));
                            };
                            if vm.quick_setattr(object, &code.names[name as usize], value) {
                                drop(frame.slots.pop());
                                frame.slots.pop();
                                next!()
                            }
                        }
                        Op::LoadItem => {
                            if let [.., object, Value::Int(index)] = frame.slots.as_mut_slice()
                                && let Some(item) = quick_item(object, *index)
                            {
                                drop(std::mem::replace(object, item));
                                discard_top(&mut frame.slots);
                                next!()
                            }
                        }

                        // Operators.
                        Op::Binary(op) | Op::Inplace(op) => {
                            if let [.., a, b] = frame.slots.as_slice()
                                && let Some(value) = quick_binary(op, a, b)
                            {
                                replace_operands(&mut frame.slots, value);
                                next!()
                            }
                        }
                        Op::Compare(op) => {
                            if let [.., a, b] = frame.slots.as_slice()
                                && let Some(result) = quick_compare(op, a, b)
                            {
                                replace_operands(&mut frame.slots, Value::Bool(result));
                                next!()
                            }
                        }
                        Op::FusedCompareJump { op, target } => {
                            if let [.., a, b] = frame.slots.as_slice()
                                && let Some(result) = quick_compare(op, a, b)
                            {
                                discard_top(&mut frame.slots);
                                discard_top(&mut frame.slots);
                                clock.tick(1);
                                pc = if result { pc + 2 } else { target as usize };
                                continue 'instr;
                            }
                        }

                        // Jumps.
                        Op::Jump(target) => {
                            clock.spend(work::take());
                            jump!(target)
                        }
                        Op::PopJumpIfFalse(target) => {
                            if let Some(truth) = frame.slots.last().and_then(quick_truth) {
                                discard_top(&mut frame.slots);
                                pc = if truth { pc + 1 } else { target as usize };
                                continue 'instr;
                            }
                        }
                        Op::PopJumpIfTrue(target) => {
                            if let Some(truth) = frame.slots.last().and_then(quick_truth) {
                                discard_top(&mut frame.slots);
                                pc = if truth { target as usize } else { pc + 1 };
                                continue 'instr;
                            }
                        }

                        // Iteration. Fused, the item goes to its variable at once; otherwise the next instruction
                        // stores it.
                        Op::ForIter(_) => {
                            if let Some(Value::Iter(iter)) = frame.slots.last()
                                && let Some(item) = quick_next(iter)
                            {
                                push!(item);
                                next!()
                            }
                        }
                        Op::FusedForIterStoreFast { slot, .. } => {
                            if let Some(Value::Iter(iter)) = frame.slots.last()
                                && let Some(item) = quick_next(iter)
                            {
                                put(&mut frame.slots, slot, item);
                                next!(parts: 2)
                            }
                        }

                        // Calls.
                        Op::Call(count) => {
                            let at = frame.slots.len().wrapping_sub(usize::from(count) + 1);
                            call_quickly!(at, at)
                        }
                        Op::CallMethod(count) => {
                            // What is no method has an empty place below it.
                            let at = frame.slots.len().wrapping_sub(usize::from(count) + 2);
                            match frame.slots.get(at) {
                                Some(Value::Empty) => call_quickly!(at + 1, at),
                                _ => call_quickly!(at, at),
                            }
                        }
                        Op::Return => {
                            // Nothing of the program may run between the end of a coroutine and what waits for it.
                            if frame.generator.is_some() && finalize::waiting() {
                                finalize_first!();
                            }
                            let value = frame.slots.pop().unwrap_or_default();
                            if let Some(generator) = frame.generator.take() {
                                generator.state.set(GeneratorState::Finished);
                                let completion = match generator.kind {
                                    GeneratorKind::AsyncGenerator => Completion::AsyncReturn,
                                    _ => Completion::GeneratorReturn(value),
                                };
                                drop(generator);
                                self.recycle(frame);
                                complete!(completion)
                            }
                            if let Some(Activation::Python(caller)) = self.stack.last_mut()
                                && let Then::Push = caller.then
                            {
                                caller.slots.push(value);
                                caller.pc += 1;
                                self.recycle(frame);
                                go_on!()
                            }
                            self.recycle(frame);
                            complete!(Completion::Return(value))
                        }

                        // Fused instructions: the quick case in one go, else the first part alone.
                        Op::FusedLoadFastLoadFast { a, b } => {
                            load!(a);
                            pc += 1;
                            load!(b);
                            clock.tick(1);
                            next!()
                        }
                        Op::FusedLoadFastConst { slot, index } => {
                            load!(slot);
                            push!(
                                code.consts
                                    .get(index as usize)
                                    .map(Value::copied)
                                    .unwrap_or_default()
                            );
                            next!(parts: 2)
                        }
                        Op::FusedStoreFastLoadFast { a, b } => {
                            store!(a);
                            pc += 1;
                            load!(b);
                            clock.tick(1);
                            next!()
                        }
                        Op::FusedBinaryFastFast { op, a, b } => {
                            let (x, y) = (&frame.slots[usize::from(a)], &frame.slots[usize::from(b)]);
                            if let Some(value) = quick_binary(op, x, y) {
                                push!(value);
                                next!(parts: 3)
                            }
                            load!(a);
                            next!()
                        }
                        Op::FusedBinaryFastInt { op, slot, int } => {
                            let x = &frame.slots[usize::from(slot)];
                            if let Some(value) = quick_binary(op, x, &Value::Int(i64::from(int))) {
                                push!(value);
                                next!(parts: 3)
                            }
                            load!(slot);
                            next!()
                        }
                        Op::FusedInplaceFastFast { op, a, b } => {
                            let (x, y) = (&frame.slots[usize::from(a)], &frame.slots[usize::from(b)]);
                            if let Some(value) = quick_binary(op, x, y) {
                                put(&mut frame.slots, a, value);
                                next!(parts: 4)
                            }
                            load!(a);
                            next!()
                        }
                        Op::FusedInplaceFastInt { op, slot, int } => {
                            let x = &frame.slots[usize::from(slot)];
                            if let Some(value) = quick_binary(op, x, &Value::Int(i64::from(int))) {
                                put(&mut frame.slots, slot, value);
                                next!(parts: 4)
                            }
                            load!(slot);
                            next!()
                        }
                        Op::FusedLoadFastLoadAttr { slot, name } => {
                            let object = &frame.slots[usize::from(slot)];
                            if let Some(value) = vm.quick_attr(object, &code.names[name as usize]) {
                                push!(value);
                                next!(parts: 2)
                            }
                            load!(slot);
                            next!()
                        }
                        _ => {}
                    }

                    // Not here, or not quickly.
                    let below = self.stack.len();
                    let step = self.run_instruction(vm, &mut frame, &code, pc);
                    match Step::from(step) {
                        Step::Next => next!(),
                        Step::Jump(target) => jump!(target),
                        Step::Raise(exc) => raise!(exc),
                        Step::Wait(then) => {
                            frame.pc = pc;
                            frame.then = then;
                            self.stack.insert(below, Activation::Python(frame));
                            match self.ready.take() {
                                Some(completion) => complete!(completion),
                                None => go_on!(),
                            }
                        }
                        Step::Serve(request) => {
                            frame.pc = pc;
                            frame.then = Then::Delegate;
                            self.stack.insert(below, Activation::Python(frame));
                            let outcome = self.serve(vm, request.map(|request| *request));
                            return Ok(outcome.map_or(Left::Switched, Left::Outcome));
                        }
                        Step::Block(then, block) => {
                            frame.pc = pc;
                            frame.then = then;
                            self.stack.insert(below, Activation::Python(frame));
                            return Ok(Left::Outcome(Outcome::Blocked(block)));
                        }
                        Step::Suspend(completion) => {
                            frame.pc = pc;
                            match suspend(frame) {
                                Ok(()) => complete!(completion),
                                Err(back) => {
                                    frame = back;
                                    raise!(vm.runtime_error("the frame is no generator's"));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
