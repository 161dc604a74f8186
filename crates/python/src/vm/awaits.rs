//! Which awaits of a function need what earlier ones gave, read off its bytecode.
//!
//! The lint for awaits that could overlap asks. Each name carries the set of awaits whose results may have come into
//! it, wherever in the function that happens; an await needs those of the names that it reads, and those that decide
//! whether it is reached. Where a set can't be told it is too large rather than too small: a hint that is missing
//! teaches nothing wrong.

use crate::bytecode::{AwaitKind, Code, Label, Op, Span};
use std::collections::HashMap;
use switchboard_trace::{AwaitPoint, Needs};

/// A set of awaits, a bit each.
type Set = u64;

/// Beyond so many awaits in a function the rest share the last bit.
const MOST: usize = 64;

/// Results pass through at most so many names from one await to the next; else everything needs everything.
const MOST_ROUNDS: usize = 32;

/// So many instructions are looked at for one function, again and again; else everything needs everything.
const MOST_LOOKS: usize = 4_000_000;

/// The await points of a function, by the places of their `GetAwaitable` instructions.
pub fn awaits_of(code: &Code) -> Vec<(u32, AwaitPoint)> {
    let mut flow = Flow::new(code);
    flow.settle();
    let mut plain = flow.points.iter().enumerate();
    let mut next = plain.next();
    let mut found = Vec::new();
    for (pc, op) in code.ops.iter().enumerate() {
        let Op::GetAwaitable(kind) = op else { continue };
        let at = pc as u32;
        match (kind, next) {
            (AwaitKind::Plain, Some((number, point))) => {
                // What a handler awaits answers an exception, and what is tried again comes after it.
                let needs = match flow.is_in_handler(point) {
                    true => Needs::Order,
                    false => Needs::Awaits(flow.needs_of(point)),
                };
                let number = number.min(MOST - 1) as u8;
                found.push((at, AwaitPoint { number, needs }));
                next = plain.next();
            }
            _ => found.push((
                at,
                AwaitPoint {
                    number: 0,
                    needs: Needs::Order,
                },
            )),
        }
    }
    found
}

/// An `await` expression.
struct Point {
    pc: usize,
    /// The instructions that make what is awaited.
    start: usize,
    bit: Set,
    /// The object whose method is awaited, as the names on the way to it, and the method.
    method: Option<(Vec<Op>, u32)>,
    /// Whether nobody uses the result: it is awaited for what it does.
    is_effect: bool,
}

/// Instructions that run or not by what has come before.
struct Region {
    start: usize,
    end: usize,
    reach: Reach,
    needs: Set,
}

/// What of a region depends on what has come before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// All instructions.
    All,
    /// Only that a function or a loop is left.
    Exits,
}

struct Flow<'a> {
    code: &'a Code,
    points: Vec<Point>,
    /// The awaits in the results of which a name may be.
    names: HashMap<Name, Set>,
    /// What decides whether an instruction is reached.
    control: Vec<Set>,
    /// How much more may be looked at. When nothing is left, everything needs everything.
    budget: usize,
}

/// A variable: a slot of the frame, or a name of the module.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Name {
    Slot(u16),
    Global(u32),
}

impl<'a> Flow<'a> {
    fn new(code: &'a Code) -> Self {
        let mut points = Vec::new();
        for (pc, op) in code.ops.iter().enumerate() {
            if *op != Op::GetAwaitable(AwaitKind::Plain) {
                continue;
            }
            let start = start_of(code, pc);
            points.push(Point {
                pc,
                start,
                bit: 1 << points.len().min(MOST - 1),
                method: method_of(code, start, pc),
                // After it come the value that is sent first, and the wait itself.
                is_effect: code.ops.get(pc + 3) == Some(&Op::Pop),
            });
        }
        Flow {
            code,
            points,
            names: HashMap::new(),
            control: vec![0; code.ops.len()],
            budget: MOST_LOOKS,
        }
    }

    /// Follows results from name to name until nothing new comes.
    fn settle(&mut self) {
        if self.points.is_empty() {
            return;
        }
        for _ in 0..MOST_ROUNDS {
            if !self.pass() || self.budget == 0 {
                return;
            }
        }
        self.budget = 0;
    }

    /// Takes note of so many instructions being looked at.
    fn look_at(&mut self, instructions: usize) {
        self.budget = self.budget.saturating_sub(instructions);
    }

    /// One pass over the instructions; says whether anything was new.
    fn pass(&mut self) -> bool {
        self.look_at(self.code.ops.len());
        let mut is_new = false;
        let mut regions = Vec::new();
        // What the statement has read so far.
        let mut read: Set = 0;
        let mut points = self.points.iter().peekable();
        let mut stores = Vec::new();
        for (pc, op) in self.code.ops.iter().enumerate() {
            if points.next_if(|point| point.pc == pc).is_some_and(|point| {
                read |= point.bit;
                true
            }) {
                continue;
            }
            read |= self.control.get(pc).copied().unwrap_or_default();
            match *op {
                // A statement begins with nothing read; the cases of a `match` go on with its subject.
                Op::Line(_) if !self.is_case(pc + 1) => read = 0,
                Op::StoreAttr(_) | Op::StoreItem => stores.extend(self.changed(pc).map(|name| (name, read))),
                Op::PopJumpIfFalse(target)
                | Op::PopJumpIfTrue(target)
                | Op::PopJumpIfNone(target)
                | Op::PopJumpIfNotNone(target)
                | Op::JumpIfFalseOrPop(target)
                | Op::JumpIfTrueOrPop(target)
                | Op::ForIter(target) => regions.push(self.region(pc, target, read)),
                _ => {}
            }
            if let Some(name) = loaded(*op) {
                read |= self.names.get(&name).copied().unwrap_or_default();
            }
            if let Some(name) = stored(*op) {
                stores.push((name, read));
            }
        }
        for (name, needs) in stores {
            let known = self.names.entry(name).or_default();
            is_new |= *known | needs != *known;
            *known |= needs;
        }
        let protected: usize = self.code.handlers.len();
        self.look_at(protected.saturating_mul(self.points.len()));
        if self.budget > 0 {
            regions.extend(self.handlers());
        }
        for region in regions {
            if region.needs != 0 {
                is_new |= self.decide(&region);
            }
        }
        is_new
    }

    /// Whether a case of a `match` begins here: only that looks first at what was there before.
    fn is_case(&self, pc: usize) -> bool {
        let first = self.code.ops.get(pc);
        matches!(
            first,
            Some(Op::Dup | Op::Copy(_) | Op::MatchSequence | Op::MatchMapping)
        )
    }

    /// What a conditional jump skips, and what it skips to, as far as that is not reached in any case.
    fn region(&self, pc: usize, target: Label, needs: Set) -> Region {
        // The failing part of a pattern is one more jump.
        let target = match self.code.ops.get(target as usize) {
            Some(Op::Jump(further)) if *further > target && !self.leaves_loop(pc, *further as usize) => {
                *further
            }
            _ => target,
        };
        let (start, end) = (pc + 1, self.end_of_other(target as usize));
        Region {
            start,
            end,
            reach: Reach::All,
            needs,
        }
    }

    /// Behind what begins here, if the instruction before jumps over it: an `else`, the handlers of a `try`.
    fn end_of_other(&self, target: usize) -> usize {
        let before = target.checked_sub(1).and_then(|before| self.code.ops.get(before));
        match before {
            Some(Op::Jump(end)) if *end as usize > target && !self.leaves_loop(target - 1, *end as usize) => {
                *end as usize
            }
            _ => target,
        }
    }

    /// Behind a handler. Its first instruction makes the exception the handled one; what protects the others from
    /// then on leads to its end.
    fn end_of_handler(&self, target: usize) -> usize {
        let mut handlers = self.code.handlers.iter();
        let own = handlers.find(|handler| handler.start as usize == target + 1);
        own.map_or(target, |own| own.target as usize).max(target)
    }

    /// Handlers run by how the awaits that they protect have ended, and so does what leaves a `try` behind them.
    fn handlers(&self) -> impl Iterator<Item = Region> {
        self.code.handlers.iter().flat_map(|handler| {
            let (start, end) = (handler.start as usize, handler.end as usize);
            let first = self.points.partition_point(|point| point.pc < start);
            let inside = self.points.get(first..).unwrap_or_default();
            let inside = inside.iter().take_while(|point| point.pc < end);
            let target = handler.target as usize;
            let behind = inside.clone().next().map_or(end, |point| point.pc + 1);
            let needs = inside.fold(0, |needs, point| needs | point.bit);
            let handling = Region {
                start: target,
                end: self.end_of_handler(target),
                reach: Reach::All,
                needs,
            };
            let leaving = Region {
                start: behind,
                end: target,
                reach: Reach::Exits,
                needs,
            };
            [handling, leaving]
        })
    }

    /// What is in the region needs what decides on it, and so does what comes after an exit in it.
    fn decide(&mut self, region: &Region) -> bool {
        self.look_at(2 * (region.end - region.start.min(region.end)) + 1);
        if self.budget == 0 {
            return false;
        }
        let mut is_new = region.reach == Reach::All && self.add(region.start, region.end, region.needs);
        for pc in region.start..region.end.min(self.code.ops.len()) {
            let leaves = match self.code.ops.get(pc) {
                Some(Op::Return | Op::Raise(_)) => true,
                Some(Op::Jump(target)) => {
                    let target = *target as usize;
                    if target < region.start {
                        // To the next item: what is left of this one's is skipped.
                        is_new |= self.add(pc, self.end_of_loop(pc, target), region.needs);
                    }
                    self.leaves_loop(pc, target)
                }
                _ => false,
            };
            if leaves {
                self.look_at(2 * (self.code.ops.len() - pc));
                is_new |= self.add(self.loop_around(pc), self.code.ops.len(), region.needs);
                break;
            }
        }
        is_new
    }

    /// Whether a jump is a `break`: it leads beyond the end of a loop that it is in.
    fn leaves_loop(&self, pc: usize, target: usize) -> bool {
        let between = self.code.ops.get(pc + 1..target).unwrap_or_default();
        between
            .iter()
            .any(|op| matches!(op, Op::Jump(head) if *head as usize <= pc))
    }

    /// The end of the loop that begins at `head`.
    fn end_of_loop(&self, pc: usize, head: usize) -> usize {
        let last = self
            .code
            .ops
            .iter()
            .rposition(|op| *op == Op::Jump(head as Label));
        last.map_or(pc, |last| last.max(pc))
    }

    fn add(&mut self, start: usize, end: usize, needs: Set) -> bool {
        let end = end.min(self.control.len());
        let mut is_new = false;
        for known in self.control.get_mut(start..end).unwrap_or_default() {
            is_new |= *known | needs != *known;
            *known |= needs;
        }
        is_new
    }

    /// Where the outermost loop begins that an instruction is in; the instruction if it is in none.
    fn loop_around(&self, pc: usize) -> usize {
        let later = self.code.ops.iter().enumerate().skip(pc);
        let back = later.filter_map(|(at, op)| match op {
            Op::Jump(target) if (*target as usize) < at && *target as usize <= pc => Some(*target as usize),
            _ => None,
        });
        back.min().unwrap_or(pc)
    }

    /// The names whose objects an assignment to an attribute or an item changes.
    fn changed(&self, pc: usize) -> impl Iterator<Item = Name> {
        let span = self.code.spans.get(pc).copied().unwrap_or_default();
        let before = self.code.ops.get(..pc).unwrap_or_default();
        let spans = self.code.spans.get(..pc).unwrap_or_default();
        let of_target = before.iter().zip(spans).rev().take_while(move |(op, at)| {
            !matches!(op, Op::Line(_))
                && (at.end <= span.end && at.start >= span.start || loaded(**op).is_some())
        });
        of_target.filter_map(|(op, _)| loaded(*op)).take(1)
    }

    fn is_in_handler(&self, point: &Point) -> bool {
        let mut targets = self.code.handlers.iter().map(|handler| handler.target as usize);
        targets.any(|target| (target..self.end_of_handler(target)).contains(&point.pc))
    }

    fn needs_of(&self, point: &Point) -> Set {
        if self.budget == 0 || point.bit == 1 << (MOST - 1) {
            return Set::MAX;
        }
        let made = self.code.ops.get(point.start..point.pc).unwrap_or_default();
        let read = made.iter().filter_map(|op| loaded(*op));
        let read = read.fold(0, |needs, name| {
            needs | self.names.get(&name).copied().unwrap_or_default()
        });
        let inner = self.points.iter();
        let inner = inner.filter(|inner| inner.pc >= point.start && inner.pc < point.pc);
        let read = inner.fold(read, |needs, inner| needs | inner.bit);
        let control = self.control.get(point.pc).copied().unwrap_or_default();
        read | control | self.effects_on_receiver(point)
    }

    /// Methods of one object: what one does, another may build on.
    fn effects_on_receiver(&self, point: &Point) -> Set {
        let Some((object, method)) = &point.method else {
            return 0;
        };
        let others = self.points.iter().take(MOST).filter(|other| {
            other.method.as_ref().is_some_and(|(others, name)| {
                others == object && name != method && (other.is_effect || point.is_effect)
            })
        });
        others.fold(0, |needs, other| needs | other.bit)
    }
}

/// The first of the instructions before this one that belong to the same expression.
fn start_of(code: &Code, pc: usize) -> usize {
    let span = code.spans.get(pc).copied().unwrap_or_default();
    let is_inside = |at: &Span| at.start >= span.start && at.end <= span.end;
    let spans = code.spans.get(..pc).unwrap_or_default();
    pc - spans.iter().rev().take_while(|at| is_inside(at)).count()
}

/// `object.method(…)`: the instructions that load the object, and the method's name.
fn method_of(code: &Code, start: usize, end: usize) -> Option<(Vec<Op>, u32)> {
    let ops = code.ops.get(start..end).unwrap_or_default();
    let mut object = Vec::new();
    for op in ops {
        match *op {
            Op::Line(_) => {}
            Op::LoadMethod(name) if !object.is_empty() => return Some((object, name)),
            Op::LoadAttr(_) => object.push(*op),
            load if loaded(load).is_some() && object.is_empty() => object.push(load),
            _ => return None,
        }
    }
    None
}

fn loaded(op: Op) -> Option<Name> {
    match op {
        Op::LoadFast(slot) | Op::LoadDeref(slot) => Some(Name::Slot(slot)),
        Op::LoadGlobal(name) | Op::LoadName(name) => Some(Name::Global(name)),
        _ => None,
    }
}

fn stored(op: Op) -> Option<Name> {
    match op {
        Op::StoreFast(slot) | Op::StoreDeref(slot) => Some(Name::Slot(slot)),
        Op::StoreGlobal(name) | Op::StoreName(name) => Some(Name::Global(name)),
        _ => None,
    }
}
