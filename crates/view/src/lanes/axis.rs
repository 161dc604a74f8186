//! The axis of the lanes: where a step stands.
//!
//! In a typical asyncio program everything happens within microseconds, and between those bursts lie seconds of
//! waiting. Drawn true to time, a burst has no width and its order can't be seen. So each step of a task gets a
//! little more width than its true length: `x = per_nano * time + per_unit * units`, where `units` counts what ran so
//! far. Both grow along the trace, so that the axis never runs back, and zooming in makes it truer and truer.

use crate::partition::partition;
use switchboard_trace::Trace;

/// What the step of a task counts; a callback's counts 1.
pub(super) const TASK_STEP: u32 = 4;

/// The most that a unit is widened by, in pixels: a step of a task gets four times as much.
const MAX_PER_UNIT: f64 = 2.5;

/// The part of the width that is given to widening, at most.
const WIDENED_SHARE: f64 = 0.35;

/// What the whole width stands for while no time has passed yet, in nanoseconds.
const EMPTY: f64 = 10_000.0;

/// A handle's turn on the loop.
#[derive(Clone, Copy, Debug)]
struct Held {
    from_time: u64,
    to_time: u64,
    /// The first step at which it has the loop.
    from: u32,
    /// The first step at which it no longer has; [`u32::MAX`] while it has.
    to: u32,
    /// What the ones before it count.
    units: u32,
    weight: u32,
}

/// All that had the loop, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    held: Vec<Held>,
    read: u32,
    units: u32,
}

/// A place on the axis: a moment, and how much ran before it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    pub nanos: f64,
    pub units: f64,
}

/// How places become pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub per_nano: f64,
    pub per_unit: f64,
}

/// Whether busy moments are drawn wider than they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Widening {
    #[default]
    Widened,
    True,
}

impl Scale {
    /// The scale at which everything up to `end` takes `width` pixels.
    #[must_use]
    pub fn fit(end: Place, width: f64, widening: Widening) -> Self {
        let nanos = if end.nanos < 1.0 { EMPTY } else { end.nanos };
        let widened = match widening {
            Widening::Widened => (WIDENED_SHARE * width).min(MAX_PER_UNIT * end.units),
            Widening::True => 0.0,
        };
        Self {
            per_nano: (width - widened) / nanos,
            per_unit: if end.units > 0.0 { widened / end.units } else { 0.0 },
        }
    }

    /// The scale that is this many times larger. Widening grows with it, up to its bound.
    #[must_use]
    pub fn zoomed(self, factor: f64, end: Place, widening: Widening) -> Self {
        let per_nano = self.per_nano * factor;
        let bound = WIDENED_SHARE / (1.0 - WIDENED_SHARE) * end.nanos.max(1.0) / end.units.max(1.0);
        let per_unit = match widening {
            Widening::Widened => (per_nano * bound).min(MAX_PER_UNIT),
            Widening::True => 0.0,
        };
        Self { per_nano, per_unit }
    }

    /// The pixel of a place.
    #[must_use]
    pub fn x(self, place: Place) -> f64 {
        self.per_nano * place.nanos + self.per_unit * place.units
    }
}

impl Axis {
    /// The place of a step whose moment is known.
    #[must_use]
    pub fn place(&self, step: u32, time: u64) -> Place {
        Place {
            nanos: time as f64,
            units: self.units_at(step),
        }
    }

    /// The place of a step.
    #[must_use]
    pub fn place_of(&self, step: usize, trace: &Trace) -> Place {
        self.place(u32::try_from(step).unwrap_or(u32::MAX), time_at(step, trace))
    }

    /// The place of a moment: the first, where several events share it.
    #[must_use]
    pub fn place_at(&self, time: u64, trace: &Trace) -> Place {
        let step = partition(trace.len() + 1, |step| time_at(step, trace) < time);
        if step > trace.len() {
            return self.place(self.read, time);
        }
        let after = self.place_of(step, trace);
        let Some(before) = step.checked_sub(1).map(|step| self.place_of(step, trace)) else {
            return after;
        };
        let share = (time as f64 - before.nanos) / (after.nanos - before.nanos).max(1.0);
        Place {
            nanos: time as f64,
            units: before.units + share * (after.units - before.units),
        }
    }

    /// The last step at or before a pixel.
    #[must_use]
    pub fn step_at(&self, x: f64, scale: Scale, trace: &Trace) -> usize {
        let beyond = partition(trace.len() + 1, |step| scale.x(self.place_of(step, trace)) <= x);
        beyond.saturating_sub(1)
    }

    /// The place under a pixel, also between two steps.
    #[must_use]
    pub fn place_under(&self, x: f64, scale: Scale, trace: &Trace) -> Place {
        let step = self.step_at(x, scale, trace);
        let before = self.place_of(step, trace);
        let (from, per_nano) = (scale.x(before), scale.per_nano.max(f64::MIN_POSITIVE));
        if step >= trace.len() {
            return Place {
                nanos: before.nanos + (x - from) / per_nano,
                ..before
            };
        }
        let after = self.place_of(step + 1, trace);
        let share = (x - from) / (scale.x(after) - from).max(f64::MIN_POSITIVE);
        Place {
            nanos: before.nanos + share * (after.nanos - before.nanos),
            units: before.units + share * (after.units - before.units),
        }
    }

    /// For each column of pixels a step that is not after it and at most one handle's turn before it: where to go on
    /// reading when what lies between is thinner than a column.
    pub fn columns(&self, left: f64, columns: usize, scale: Scale, out: &mut Vec<u32>) {
        out.clear();
        let mut passed = 0;
        for column in 0..=columns {
            let x = left + column as f64;
            let rest = self.held.get(passed..).unwrap_or_default();
            passed += rest.partition_point(|held| scale.x(held.begin()) <= x);
            let step = passed.checked_sub(1).and_then(|last| self.held.get(last));
            out.push(step.map_or(0, |held| {
                if x < scale.x(held.end()) {
                    held.from
                } else {
                    held.to
                }
            }));
        }
    }

    pub(super) fn begin(&mut self, step: u32, time: u64, weight: u32) {
        self.held.push(Held {
            from_time: time,
            to_time: time,
            from: step,
            to: u32::MAX,
            units: self.units,
            weight,
        });
    }

    pub(super) fn end(&mut self, step: u32, time: u64) {
        if let Some(held) = self.held.last_mut().filter(|held| held.to == u32::MAX) {
            held.to = step;
            held.to_time = time;
            self.units = held.units.saturating_add(held.weight);
        }
    }

    pub(super) fn read_to(&mut self, step: u32, time: u64) {
        self.read = step;
        if let Some(held) = self.held.last_mut().filter(|held| held.to == u32::MAX) {
            held.to_time = time;
        }
    }

    /// How much ran before a step. Inside a turn on the loop it grows from event to event.
    fn units_at(&self, step: u32) -> f64 {
        let begun = self.held.partition_point(|held| held.from <= step);
        let Some(held) = begun.checked_sub(1).and_then(|last| self.held.get(last)) else {
            return 0.0;
        };
        // While it has the loop, its end is taken to be the next event.
        let to = if held.to == u32::MAX {
            self.read.saturating_add(1)
        } else {
            held.to
        };
        let all = to.saturating_sub(held.from).max(1);
        let share = f64::from(step - held.from) / f64::from(all);
        f64::from(held.units) + f64::from(held.weight) * share.min(1.0)
    }
}

impl Held {
    fn begin(&self) -> Place {
        Place {
            nanos: self.from_time as f64,
            units: f64::from(self.units),
        }
    }

    fn end(&self) -> Place {
        Place {
            nanos: self.to_time as f64,
            units: f64::from(self.units + self.weight),
        }
    }
}

/// The moment of a step: that of the event before it.
#[must_use]
pub fn time_at(step: usize, trace: &Trace) -> u64 {
    let last = step.checked_sub(1).and_then(|last| trace.get(last));
    last.map_or(0, |record| record.time.as_nanos())
}
