//! How long does the program take?

use std::collections::HashMap;

use switchboard_trace::{Event, HandleId, Time, Trace, WaitOn};

use super::{Ask, Wait};
use crate::Bounded;

/// How many answers there are to choose from.
const CHOICES: usize = 4;

/// So many waits are named at most.
const MOST_WAITS: usize = 6;

/// How long the whole run takes. The other answers are what it would take if waits did not overlap as they do; no
/// question about a run that takes no time.
#[must_use]
pub fn how_long(trace: &Trace) -> Option<Ask> {
    let last = trace.len().checked_sub(1).and_then(|last| trace.get(last))?;
    if !matches!(last.event, Event::RunEnded { .. }) {
        return None;
    }
    let right = rounded(last.time.as_nanos());
    if right == 0 {
        return None;
    }
    let waits = waits(trace);
    let sum = waits.iter().fold(0_u64, |sum, wait| sum.saturating_add(*wait));
    let longest = waits.iter().copied().max().unwrap_or_default();
    let plausible = [rounded(sum), rounded(longest)];
    let made_up = [2, 3, 4].map(|factor| rounded(right.saturating_mul(factor)));
    let halves = [rounded(right / 2)];
    let mut choices = vec![right];
    for choice in plausible.into_iter().chain(halves).chain(made_up) {
        if choice > 0 && !choices.contains(&choice) && choices.len() < CHOICES {
            choices.push(choice);
        }
    }
    choices.sort_unstable();
    Some(Ask::HowLong {
        choices,
        right,
        waits: waits_of_tasks(trace),
    })
}

/// How long each timer and each blocking call took.
fn waits(trace: &Trace) -> Vec<u64> {
    let mut waits = Vec::new();
    let mut set: HashMap<HandleId, u64> = HashMap::new();
    for record in trace.iter_from(0) {
        let now = record.time.as_nanos();
        match record.event {
            Event::TimerSet { handle, due, .. } => {
                set.insert(handle, due.as_nanos().saturating_sub(now));
            }
            Event::TimerFired { handle } => waits.extend(set.remove(&handle)),
            Event::BlockingBegan { until, .. } => waits.push(until.as_nanos().saturating_sub(now)),
            _ => {}
        }
    }
    waits
}

/// What each task sleeps or blocks, in the order in which that begins.
fn waits_of_tasks(trace: &Trace) -> Bounded<Wait> {
    let mut due: HashMap<HandleId, Time> = HashMap::new();
    let mut waits = Bounded::default();
    for record in trace.iter_from(0) {
        let wait = match record.event {
            Event::TimerSet { handle, due: at, .. } => {
                due.insert(handle, at);
                None
            }
            Event::TaskWaits {
                task,
                on: WaitOn::Timer(handle),
            } => due.get(&handle).map(|until| (task, *until)),
            Event::BlockingBegan {
                task: Some(task),
                until,
                ..
            } => Some((task, until)),
            _ => None,
        };
        match wait {
            Some((task, until)) if waits.first.len() < MOST_WAITS => waits.first.push(Wait {
                task,
                from: record.time,
                until,
            }),
            Some(_) => waits.more += 1,
            None => {}
        }
    }
    waits
}

/// To tenths of a second; what is shorter, to milliseconds.
fn rounded(nanos: u64) -> u64 {
    const MILLI: u64 = 1_000_000;
    let unit = if nanos >= 50 * MILLI { 100 * MILLI } else { MILLI };
    nanos.saturating_add(unit / 2) / unit * unit
}
