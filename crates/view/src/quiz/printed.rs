//! What is printed, and in which order?

use switchboard_trace::{Event, Stream, Trace};

use super::{Ask, Origin, readied_before};

/// So many lines are asked about at most: those that come first.
const MOST_LINES: usize = 6;

/// In which order the program prints its next lines; no question where there are less than two different ones.
#[must_use]
pub fn what_is_printed(trace: &Trace, step: usize) -> Option<Ask> {
    let mut right = Vec::new();
    let mut origins = Vec::new();
    let mut more = 0;
    for (at, record) in (step..).zip(trace.iter_from(step)) {
        let Event::Output {
            task,
            stream: Stream::Out,
            text,
            ..
        } = record.event
        else {
            continue;
        };
        let line = trace.tables().get_text(text);
        if line.trim().is_empty() {
            continue;
        }
        if right.len() == MOST_LINES {
            more += 1;
            continue;
        }
        right.push(line.to_owned());
        origins.push(Origin {
            task,
            time: record.time,
            since: task.and_then(|task| readied_before(trace, at, task)),
        });
    }
    let shuffled = shuffled(&right)?;
    Some(Ask::WhatIsPrinted {
        shuffled,
        right,
        origins,
        more,
    })
}

/// The lines in another order, which follows from their texts alone: by a hash, and never the right one.
fn shuffled(right: &[String]) -> Option<Vec<String>> {
    let first = right.first()?;
    if right.iter().all(|line| line == first) {
        return None;
    }
    let mut lines = right.to_vec();
    lines.sort_by_cached_key(|line| hash(line));
    if lines == right {
        lines.reverse();
    }
    if lines == right {
        // The same backwards: other than in its middle, two that differ stand beside each other somewhere.
        let differing = lines.windows(2).position(|pair| pair.first() != pair.last())?;
        lines.swap(differing, differing + 1);
    }
    Some(lines)
}

/// Fowler, Noll and Vo's hash, 32 bits, in its variant 1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
