//! What there is to draw of a lane: segments as they are and, where they are thinner than a pixel, runs of them.

use super::axis::{Axis, Place, Scale};
use super::lane::{Lane, Segment};
use super::state::State;

/// The part of the axis that is seen.
#[derive(Clone, Debug)]
pub struct Window {
    pub scale: Scale,
    /// The pixel of the axis that is seen first.
    pub left: f64,
    pub width: f64,
    /// Where everything ends.
    end: Place,
    columns: Vec<u32>,
}

/// A stretch of a lane that is drawn as one. Pixels count from the window's left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    pub from: f64,
    pub to: f64,
    /// Its first segment's place in the lane.
    pub first: usize,
    /// How many segments it stands for.
    pub count: usize,
    /// The first one's state.
    pub state: State,
}

/// What is thinner than this is merged with what comes next.
const THIN: f64 = 1.0;

impl Window {
    /// A window on an axis whose last place is `end`.
    #[must_use]
    pub fn new(axis: &Axis, scale: Scale, left: f64, width: f64, end: Place) -> Self {
        let mut columns = Vec::new();
        axis.columns(left, width.max(0.0).ceil() as usize, scale, &mut columns);
        Self {
            scale,
            left,
            width,
            end,
            columns,
        }
    }

    /// The pixel of a place, counted from the window's left.
    #[must_use]
    pub fn x(&self, place: Place) -> f64 {
        self.scale.x(place) - self.left
    }

    /// A step that is seen at the left edge or just before it.
    #[must_use]
    pub fn first_step(&self) -> u32 {
        self.columns.first().copied().unwrap_or_default()
    }

    /// A step that is not after a pixel, and nearly there.
    fn step_before(&self, x: f64) -> u32 {
        let last = self.columns.len().saturating_sub(1);
        let column = (x.max(0.0) as usize).min(last);
        self.columns.get(column).copied().unwrap_or_default()
    }

    /// What there is to draw of a lane, at most about one run a pixel however many segments there are.
    pub fn runs(&self, axis: &Axis, lane: &Lane, out: &mut Vec<Run>) {
        out.clear();
        let segments = lane.segments();
        let place = |segment: &Segment| self.x(axis.place(segment.step, segment.time));
        let mut at = lane.index_at(self.first_step() as usize).unwrap_or_default();
        let Some(mut from) = segments.get(at).map(place) else {
            return;
        };
        while let Some(segment) = segments.get(at).filter(|_| from < self.width) {
            let mut next = at + 1;
            let mut to = segments.get(next).map_or(self.x(self.end), place);
            if to - from < THIN && next < segments.len() {
                let target = self.step_before(from + THIN);
                let rest = segments.get(next..).unwrap_or_default();
                let skipped = rest.partition_point(|later| later.step <= target);
                if skipped > 1 {
                    next += skipped - 1;
                    to = segments.get(next).map_or(to, place);
                }
            }
            push(
                out,
                Run {
                    from,
                    to: to.max(from),
                    first: at,
                    count: next - at,
                    state: segment.state,
                },
            );
            (at, from) = (next, to);
        }
    }

    /// The pixels of marks at these steps, none nearer to the one before than `spacing`.
    pub fn marks(&self, steps: &[u32], spacing: f64, x_of: impl Fn(u32) -> f64, out: &mut Vec<(f64, u32)>) {
        out.clear();
        let mut at = steps.partition_point(|step| *step < self.first_step());
        while let Some(step) = steps.get(at) {
            let x = x_of(*step);
            if x > self.width + spacing {
                break;
            }
            let last = out.last().map(|(last, _)| *last);
            let next = match last.filter(|last| x - last < spacing) {
                Some(last) => last + spacing + 1.0,
                None => {
                    out.push((x, *step));
                    x + spacing
                }
            };
            let rest = steps.get(at + 1..).unwrap_or_default();
            let target = self.step_before(next);
            at += 1 + rest.partition_point(|later| *later < target);
        }
    }
}

/// Adds a run, to the one before it where both are thin.
fn push(out: &mut Vec<Run>, run: Run) {
    let is_thin = run.to - run.from < THIN || run.count > 1;
    if let Some(last) = out.last_mut() {
        let is_merged = last.count > 1 || last.to - last.from < THIN;
        if is_thin && is_merged && run.from - last.from < THIN.max(last.to - last.from + THIN) {
            last.to = run.to;
            last.count += run.count;
            return;
        }
    }
    out.push(run);
}
