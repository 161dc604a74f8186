//! One lane: its segments and marks in the order of the trace.

use super::state::{Signal, State, Totals};

/// A stretch in one state; it lasts until the next segment begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// When it begins.
    pub time: u64,
    /// The first step at which a board shows this state.
    pub step: u32,
    pub state: State,
}

/// A signal and the step at which it is the last event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub step: u32,
    pub signal: Signal,
}

/// A task's lane, or the loop's.
#[derive(Clone, Debug, Default)]
pub struct Lane {
    segments: Vec<Segment>,
    awaits: Vec<u32>,
    outputs: Vec<u32>,
    signals: Vec<Mark>,
    /// What the segments before every [`SUM_EVERY`]th add up to.
    sums: Vec<Totals>,
    /// What all segments but the last add up to.
    sum: Totals,
}

/// Few enough that adding up the rest is quick, and many enough that sums take little memory.
const SUM_EVERY: usize = 64;

impl Lane {
    /// All segments in their order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The steps at which an await begins.
    #[must_use]
    pub fn awaits(&self) -> &[u32] {
        &self.awaits
    }

    /// The steps at which it prints.
    #[must_use]
    pub fn outputs(&self) -> &[u32] {
        &self.outputs
    }

    /// The other marks.
    #[must_use]
    pub fn signals(&self) -> &[Mark] {
        &self.signals
    }

    /// The place in [`Self::segments`] of the one that lasts at a step; none before the lane begins.
    #[must_use]
    pub fn index_at(&self, step: usize) -> Option<usize> {
        let begun = self
            .segments
            .partition_point(|segment| segment.step as usize <= step);
        begun.checked_sub(1)
    }

    /// The state at a step; none before the lane begins.
    #[must_use]
    pub fn state_at(&self, step: usize) -> Option<State> {
        let index = self.index_at(step)?;
        self.segments.get(index).map(|segment| segment.state)
    }

    /// How long it was in which state up to a step, and `now` is the moment of that step.
    #[must_use]
    pub fn totals(&self, step: usize, now: u64) -> Totals {
        let Some(last) = self.index_at(step) else {
            return Totals::default();
        };
        let first = last - last % SUM_EVERY;
        let mut totals = self.sums.get(last / SUM_EVERY).copied().unwrap_or_default();
        let begun = self.segments.get(first..=last).unwrap_or_default();
        for (index, segment) in begun.iter().enumerate() {
            let end = begun.get(index + 1).map_or(now, |next| next.time);
            totals.add(segment.state, end.saturating_sub(segment.time));
            totals.steps += u32::from(is_begin(&self.segments, first + index));
        }
        totals
    }

    pub(super) fn enter(&mut self, state: State, step: u32, time: u64) {
        if let Some(last) = self.segments.last_mut() {
            if last.state == state || matches!(last.state, State::Done(_)) {
                return;
            }
            let index = self.segments.len() - 1;
            let (was, since) = (self.segments[index].state, self.segments[index].time);
            self.sum.add(was, time.saturating_sub(since));
            self.sum.steps += u32::from(is_begin(&self.segments, index));
        }
        if self.segments.len().is_multiple_of(SUM_EVERY) {
            self.sums.push(self.sum);
        }
        self.segments.push(Segment { time, step, state });
    }

    pub(super) fn state(&self) -> Option<State> {
        self.segments.last().map(|segment| segment.state)
    }

    pub(super) fn note_await(&mut self, step: u32) {
        self.awaits.push(step);
    }

    pub(super) fn note_output(&mut self, step: u32) {
        self.outputs.push(step);
    }

    pub(super) fn note(&mut self, signal: Signal, step: u32) {
        self.signals.push(Mark { step, signal });
    }
}

/// Whether a step of the task begins with this segment: to run on after a blocking call is none.
fn is_begin(segments: &[Segment], index: usize) -> bool {
    let is_running = |index: usize| {
        segments
            .get(index)
            .is_some_and(|segment| segment.state == State::Running)
    };
    let was_blocking = index
        .checked_sub(1)
        .and_then(|before| segments.get(before))
        .is_some_and(|segment| segment.state == State::Blocking);
    is_running(index) && !was_blocking
}
