//! Predict, then reveal: questions about a run whose answers stand in its trace.
//!
//! A question is asked at a step, before what it asks for has been seen. Any program can be asked about: what its trace
//! holds is enough.

mod duration;
mod next;
mod printed;
#[cfg(test)]
mod tests;

use switchboard_trace::{Event, TaskId, Time, Trace};

use crate::Bounded;

pub use duration::how_long;
pub use next::who_is_next;
pub use printed::what_is_printed;

/// A question, with all that it takes to mark an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whom does the operator talk to next?
    WhoIsNext {
        /// Who is ready, in the order in which they were made.
        candidates: Vec<TaskId>,
        right: TaskId,
        /// The step after which the right one stood in the queue: the event before it tells why.
        since: usize,
    },
    /// In which order are these lines printed?
    WhatIsPrinted {
        /// In an order that gives nothing away.
        shuffled: Vec<String>,
        right: Vec<String>,
        /// Who prints each of the right ones, when, and why then.
        origins: Vec<Origin>,
        /// How many lines come after these.
        more: usize,
    },
    /// How long does the program take?
    HowLong {
        /// Virtual nanoseconds, the shortest first.
        choices: Vec<u64>,
        right: u64,
        /// What takes time.
        waits: Bounded<Wait>,
    },
    /// An author's own question.
    Choice {
        text: String,
        choices: Vec<String>,
        /// The place of the right one.
        right: usize,
    },
}

/// Where a printed line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub task: Option<TaskId>,
    pub time: Time,
    /// The step after which the task stood in the queue: the event before it tells why it came to print.
    pub since: Option<usize>,
}

/// A time that a task lets pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    pub task: TaskId,
    pub from: Time,
    pub until: Time,
}

/// What somebody has answered, by places in the lists of the question: of one candidate or choice, or of all lines in
/// the order that was given to them.
pub type Answer = Vec<usize>;

impl Ask {
    /// How many answers there are to choose from.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::WhoIsNext { candidates, .. } => candidates.len(),
            Self::WhatIsPrinted { shuffled, .. } => shuffled.len(),
            Self::HowLong { choices, .. } => choices.len(),
            Self::Choice { choices, .. } => choices.len(),
        }
    }

    /// Whether there is nothing to choose from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many places an answer has.
    #[must_use]
    pub fn places(&self) -> usize {
        match self {
            Self::WhatIsPrinted { right, .. } => right.len(),
            Self::WhoIsNext { .. } | Self::HowLong { .. } | Self::Choice { .. } => 1,
        }
    }

    /// Whether an answer is right.
    #[must_use]
    pub fn is_right(&self, answer: &[usize]) -> bool {
        match (self, answer) {
            (
                Self::WhoIsNext {
                    candidates, right, ..
                },
                [at],
            ) => candidates.get(*at) == Some(right),
            (Self::HowLong { choices, right, .. }, [at]) => choices.get(*at) == Some(right),
            (Self::Choice { right, .. }, [at]) => at == right,
            (Self::WhatIsPrinted { shuffled, right, .. }, order) => {
                let lines = order.iter().map(|at| shuffled.get(*at));
                // Equal lines may stand in for each other, but none may be used twice.
                let mut used = order.to_vec();
                used.sort_unstable();
                used.dedup();
                used.len() == right.len() && lines.eq(right.iter().map(Some))
            }
            _ => false,
        }
    }
}

/// The first of the right lines in whose place an answer has another one.
#[must_use]
pub fn first_wrong(shuffled: &[String], right: &[String], answer: &[usize]) -> Option<usize> {
    let given = answer.iter().map(|at| shuffled.get(*at));
    let mut pairs = right.iter().zip(given);
    pairs.position(|(line, given)| Some(line) != given)
}

/// A question and the step at which it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub step: usize,
    pub ask: Ask,
}

/// At most so many questions about who is next are asked of one run.
const MOST_NEXT: usize = 4;

/// The questions that any run can be asked: what it prints and how long it takes, before it; and, at some of its steps
/// at which several tasks are ready, who is next.
#[must_use]
pub fn questions(trace: &Trace) -> Vec<Item> {
    let before = [what_is_printed(trace, 0), how_long(trace)];
    let mut items: Vec<Item> = before
        .into_iter()
        .flatten()
        .map(|ask| Item { step: 0, ask })
        .collect();
    let steps = next::steps_worth_asking(trace);
    let chosen = spread(&steps, MOST_NEXT);
    items.extend(chosen.filter_map(|step| {
        let ask = who_is_next(trace, step)?;
        Some(Item { step, ask })
    }));
    items
}

/// The last step before this one after which a task stood in the ready queue.
fn readied_before(trace: &Trace, step: usize, task: TaskId) -> Option<usize> {
    let is_readied = |at: &usize| {
        let event = trace.get(*at).map(|record| record.event);
        matches!(event, Some(Event::TaskReadied { task: readied, .. }) if readied == task)
    };
    (0..step).rev().find(is_readied).map(|at| at + 1)
}

/// At most `most` of these, from the first to the last.
fn spread(steps: &[usize], most: usize) -> impl Iterator<Item = usize> {
    let taken = steps.len().min(most);
    (0..taken).filter_map(move |number| {
        steps
            .get(number * (steps.len() - 1) / (taken - 1).max(1))
            .copied()
    })
}
