//! `match` statements.
//!
//! What a pattern captures goes to hidden slots until the whole pattern has matched; only then are the names
//! bound, all at once, as in CPython.

use super::Lowerer;
use super::conditions::When;
use super::count;
use super::unit::Target;
use crate::bytecode::{BinOp, CmpOp, Const, Op};
use ruff_python_ast::{
    Expr, Identifier, Pattern, PatternMatchClass, PatternMatchMapping, PatternMatchOr, PatternMatchSequence,
    Singleton, StmtMatch,
};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// One `case` that is being matched.
struct Attempt<'a> {
    /// The height of the stack without the subject: where a failed pattern returns to.
    base: u32,
    /// `fail[n]` pops `n` values and goes on where the pattern fails.
    fail: Vec<Target>,
    captures: Vec<&'a Identifier>,
}

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn match_statement(&mut self, node: &'a StmtMatch) {
        let end = self.label();
        self.line(TextRange::new(node.range.start(), node.subject.end()));
        self.expression(&node.subject);
        let range = node.subject.range();
        for (index, case) in node.cases.iter().enumerate() {
            let is_last = index + 1 == node.cases.len();
            if case.guard.is_none() && !is_last {
                self.check_reachable(&case.pattern);
            }
            let next = self.label();
            self.line(TextRange::new(case.range.start(), case.pattern.end()));
            self.emit(Op::Dup, range);
            self.attempt(&case.pattern, next);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, When::False, next);
            }
            self.emit(Op::Pop, range);
            self.statements(&case.body);
            self.jump(end, range);
            self.place(next);
        }
        self.emit(Op::Pop, range);
        self.place(end);
    }

    /// Only the last case may match everything.
    fn check_reachable(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::MatchAs(node) => match (&node.pattern, &node.name) {
                (None, None) => self
                    .sink
                    .syntax_error(node.range, "wildcard makes remaining patterns unreachable"),
                (None, Some(name)) => {
                    let message = format!("name capture '{}' makes remaining patterns unreachable", name.id);
                    self.sink.syntax_error(node.range, message);
                }
                (Some(pattern), _) => self.check_reachable(pattern),
            },
            Pattern::MatchOr(node) => {
                if let Some(last) = node.patterns.last() {
                    self.check_reachable(last);
                }
            }
            _ => {}
        }
    }

    /// `[subject] -> []`: binds the names and goes on if the pattern matches, else goes to `next`.
    fn attempt(&mut self, pattern: &'a Pattern, next: Target) {
        let base = self.unit.depth().saturating_sub(1);
        let mut attempt = Attempt {
            base,
            fail: Vec::new(),
            captures: Vec::new(),
        };
        self.pattern(pattern, &mut attempt);
        for name in &attempt.captures {
            let slot = self.capture_slot(name);
            self.emit(Op::LoadFast(slot), name.range);
            self.emit(Op::ClearFast(slot), name.range);
            self.store_name(&name.id, name.range);
        }
        if attempt.fail.is_empty() {
            return;
        }
        let matched = self.label();
        self.jump(matched, pattern.range());
        self.place_failures(&attempt, pattern.range());
        for name in &attempt.captures {
            let slot = self.capture_slot(name);
            self.emit(Op::ClearFast(slot), name.range);
        }
        self.jump(next, pattern.range());
        self.place(matched);
    }

    fn capture_slot(&mut self, name: &Identifier) -> u16 {
        let name = self.mangle(&name.id);
        self.scopes.capture_slot(self.scope, &name).unwrap_or(0)
    }

    /// Failures with more on the stack fall through to those with less.
    fn place_failures(&mut self, attempt: &Attempt, range: TextRange) {
        for (height, target) in attempt.fail.iter().enumerate().rev() {
            self.place(*target);
            if height > 0 {
                self.emit(Op::Pop, range);
            }
        }
    }

    /// Emits a jump, which pops its condition, to where the pattern fails.
    fn fail(&mut self, attempt: &mut Attempt<'a>, jump: fn(Target) -> Op, range: TextRange) {
        let height = self.unit.depth().saturating_sub(1).saturating_sub(attempt.base) as usize;
        let target = self.failure(attempt, height);
        self.emit(jump(target), range);
    }

    /// Where a pattern fails that has `height` values on the stack.
    fn failure(&mut self, attempt: &mut Attempt<'a>, height: usize) -> Target {
        // In dead code the height means nothing.
        let height = if self.unit.is_dead() { 0 } else { height };
        while attempt.fail.len() <= height {
            attempt.fail.push(self.unit.label());
        }
        attempt.fail[height]
    }

    fn fail_if_false(&mut self, attempt: &mut Attempt<'a>, range: TextRange) {
        self.fail(attempt, |target| Op::PopJumpIfFalse(target.0), range);
    }

    /// `[subject] -> []`
    fn pattern(&mut self, pattern: &'a Pattern, attempt: &mut Attempt<'a>) {
        let range = pattern.range();
        match pattern {
            Pattern::MatchValue(node) => {
                self.expression(&node.value);
                self.emit(Op::Compare(CmpOp::Eq), range);
                self.fail_if_false(attempt, range);
            }
            Pattern::MatchSingleton(node) => {
                let constant = match node.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                self.constant(constant, range);
                self.emit(Op::Is, range);
                self.fail_if_false(attempt, range);
            }
            Pattern::MatchSequence(node) => self.sequence_pattern(node, attempt),
            Pattern::MatchMapping(node) => self.mapping_pattern(node, attempt),
            Pattern::MatchClass(node) => self.class_pattern(node, attempt),
            // A star outside a sequence is a syntax error of the parser.
            Pattern::MatchStar(node) => self.capture(node.name.as_ref(), attempt, range),
            Pattern::MatchAs(node) => {
                if let Some(inner) = &node.pattern {
                    self.emit(Op::Dup, range);
                    self.pattern(inner, attempt);
                }
                self.capture(node.name.as_ref(), attempt, range);
            }
            Pattern::MatchOr(node) => self.or_pattern(node, attempt),
        }
    }

    /// `[value] -> []`
    fn capture(&mut self, name: Option<&'a Identifier>, attempt: &mut Attempt<'a>, range: TextRange) {
        let Some(name) = name else {
            return self.emit(Op::Pop, range);
        };
        if attempt.captures.iter().any(|known| known.id == name.id) {
            let message = format!("multiple assignments to name '{}' in pattern", name.id);
            self.sink.syntax_error(name.range, message);
        }
        attempt.captures.push(name);
        let slot = self.capture_slot(name);
        self.emit(Op::StoreFast(slot), range);
    }

    fn sequence_pattern(&mut self, node: &'a PatternMatchSequence, attempt: &mut Attempt<'a>) {
        let range = node.range;
        let patterns = &node.patterns;
        let mut stars = patterns
            .iter()
            .enumerate()
            .filter(|(_, pattern)| matches!(pattern, Pattern::MatchStar(_)));
        let star = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            self.sink
                .syntax_error(range, "multiple starred names in sequence pattern");
        }
        self.emit(Op::MatchSequence, range);
        self.fail_if_false(attempt, range);
        let least = patterns.len() - usize::from(star.is_some());
        if star.is_none() || least > 0 {
            self.check_length(
                least,
                if star.is_some() { CmpOp::Ge } else { CmpOp::Eq },
                attempt,
                range,
            );
        }
        match star {
            _ if patterns.iter().all(is_wildcard) => self.emit(Op::Pop, range),
            Some(star) if patterns.get(star).is_some_and(is_wildcard) => {
                self.indexed_items(node, star, attempt)
            }
            Some(star) => {
                let before = self.narrow(star, range);
                let after = self.narrow(patterns.len() - star - 1, range);
                self.emit(Op::UnpackEx { before, after }, range);
                self.patterns(patterns, attempt);
            }
            None => {
                self.emit(Op::UnpackSequence(count(patterns.len())), range);
                self.patterns(patterns, attempt);
            }
        }
    }

    fn patterns(&mut self, patterns: &'a [Pattern], attempt: &mut Attempt<'a>) {
        for pattern in patterns {
            self.pattern(pattern, attempt);
        }
    }

    /// `[a, *_, b]` looks at the named items only.
    fn indexed_items(&mut self, node: &'a PatternMatchSequence, star: usize, attempt: &mut Attempt<'a>) {
        let range = node.range;
        let length = node.patterns.len();
        for (index, pattern) in node.patterns.iter().enumerate() {
            if is_wildcard(pattern) {
                continue;
            }
            self.emit(Op::Dup, range);
            if index < star {
                self.constant(integer(index), range);
            } else {
                self.emit(Op::GetLen, range);
                self.constant(integer(length - index), range);
                self.emit(Op::Binary(BinOp::Sub), range);
            }
            self.emit(Op::LoadItem, range);
            self.pattern(pattern, attempt);
        }
        self.emit(Op::Pop, range);
    }

    /// `[subject] -> [subject]`
    fn check_length(&mut self, length: usize, op: CmpOp, attempt: &mut Attempt<'a>, range: TextRange) {
        self.emit(Op::GetLen, range);
        self.constant(integer(length), range);
        self.emit(Op::Compare(op), range);
        self.fail_if_false(attempt, range);
    }

    fn mapping_pattern(&mut self, node: &'a PatternMatchMapping, attempt: &mut Attempt<'a>) {
        let range = node.range;
        self.emit(Op::MatchMapping, range);
        self.fail_if_false(attempt, range);
        if node.keys.is_empty() && node.rest.is_none() {
            return self.emit(Op::Pop, range);
        }
        if !node.keys.is_empty() {
            self.check_length(node.keys.len(), CmpOp::Ge, attempt, range);
        }
        self.check_duplicate_keys(&node.keys);
        for key in &node.keys {
            self.expression(key);
        }
        self.emit(Op::BuildTuple(count(node.keys.len())), range);
        self.emit(Op::MatchKeys, range);
        self.emit(Op::Dup, range);
        self.fail(attempt, |target| Op::PopJumpIfNone(target.0), range);
        self.emit(Op::UnpackSequence(count(node.keys.len())), range);
        self.patterns(&node.patterns, attempt);
        if node.rest.is_some() {
            self.emit(Op::MatchRest, range);
            self.capture(node.rest.as_ref(), attempt, range);
        } else {
            self.emit(Op::Pop, range);
        }
        self.emit(Op::Pop, range);
    }

    fn check_duplicate_keys(&mut self, keys: &[Expr]) {
        let mut seen: Vec<Const> = Vec::new();
        // Quadratic: beyond this nobody writes keys by hand.
        for key in keys.iter().take(1000) {
            let Some(constant) = self.fold(key) else { continue };
            if seen.contains(&constant) {
                let message = format!(
                    "mapping pattern checks duplicate key ({})",
                    self.text(key.range())
                );
                self.sink.syntax_error(key.range(), message);
            }
            seen.push(constant);
        }
    }

    fn class_pattern(&mut self, node: &'a PatternMatchClass, attempt: &mut Attempt<'a>) {
        let range = node.range;
        let arguments = &node.arguments;
        let mut names: Vec<Const> = Vec::with_capacity(arguments.keywords.len());
        for keyword in &arguments.keywords {
            let name = Const::Str(self.interner.intern(&keyword.attr.id));
            if names.contains(&name) {
                let message = format!("attribute name repeated in class pattern: {}", keyword.attr.id);
                self.sink.syntax_error(keyword.range, message);
            }
            names.push(name);
        }
        let positional = self.narrow(arguments.patterns.len(), range);
        let total = count(arguments.patterns.len() + names.len());
        self.expression(&node.cls);
        let names: Rc<[Const]> = names.into();
        self.constant(Const::Tuple(names), range);
        self.emit(Op::MatchClass { positional }, range);
        self.emit(Op::Dup, range);
        self.fail(attempt, |target| Op::PopJumpIfNone(target.0), range);
        self.emit(Op::UnpackSequence(total), range);
        self.patterns(&arguments.patterns, attempt);
        for keyword in &arguments.keywords {
            self.pattern(&keyword.pattern, attempt);
        }
    }

    /// `[subject] -> []`: each alternative is an attempt of its own on a copy of the subject.
    fn or_pattern(&mut self, node: &'a PatternMatchOr, attempt: &mut Attempt<'a>) {
        let range = node.range;
        let matched = self.label();
        let outer = std::mem::take(&mut attempt.captures);
        let mut names: Option<Vec<&'a Identifier>> = None;
        for (index, alternative) in node.patterns.iter().enumerate() {
            if index + 1 < node.patterns.len() {
                self.check_reachable(alternative);
            }
            let base = self.unit.depth();
            let mut inner = Attempt {
                base,
                fail: Vec::new(),
                captures: outer.clone(),
            };
            self.emit(Op::Dup, range);
            self.pattern(alternative, &mut inner);
            self.jump(matched, range);
            self.place_failures(&inner, range);
            match &names {
                Some(first) if !same_names(first, &inner.captures) => {
                    self.sink
                        .syntax_error(range, "alternative patterns bind different names");
                }
                Some(_) => {}
                None => names = Some(inner.captures),
            }
        }
        // No alternative has matched.
        self.emit(Op::Pop, range);
        let height = self.unit.depth().saturating_sub(attempt.base) as usize;
        let failed = self.failure(attempt, height);
        self.jump(failed, range);
        self.place(matched);
        self.emit(Op::Pop, range);
        attempt.captures = names.unwrap_or(outer);
    }
}

fn same_names(left: &[&Identifier], right: &[&Identifier]) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .all(|name| right.iter().any(|other| other.id == name.id))
}

/// `_` or `*_`
fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(node) => node.pattern.is_none() && node.name.is_none(),
        Pattern::MatchStar(node) => node.name.is_none(),
        _ => false,
    }
}

fn integer(value: usize) -> Const {
    Const::Int(i64::try_from(value).unwrap_or(i64::MAX))
}
