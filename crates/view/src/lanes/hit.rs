//! What stands under a pixel of a lane.

use switchboard_trace::Trace;

use super::axis::Axis;
use super::lane::{Lane, Mark};
use super::run::{Run, Window};

/// What a pointer can point at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit {
    Signal(Mark),
    Output(u32),
    Await(u32),
    /// The segment at this place of the lane.
    Segment(usize),
    /// Too many to tell apart at this zoom.
    Crowd(Run),
}

/// How near a pointer has to come to a mark, in pixels.
const REACH: f64 = 5.0;

impl Window {
    /// What stands under pixel `x` of a lane: the mark nearest to it, else the segment.
    #[must_use]
    pub fn hit(&self, axis: &Axis, lane: &Lane, x: f64, trace: &Trace) -> Option<Hit> {
        let step = u32::try_from(axis.step_at(x + self.left, self.scale, trace)).unwrap_or(u32::MAX);
        let x_of = |step: u32| self.x(axis.place_of(step as usize, trace));
        let near = |steps: &[u32]| nearest(steps, |at| *at, step, x, x_of);
        let signal = nearest(lane.signals(), |mark| mark.step, step, x, x_of).map(Hit::Signal);
        signal
            .or_else(|| near(lane.outputs()).map(Hit::Output))
            .or_else(|| near(lane.awaits()).map(Hit::Await))
            .or_else(|| self.hit_run(axis, lane, x))
    }

    fn hit_run(&self, axis: &Axis, lane: &Lane, x: f64) -> Option<Hit> {
        let mut runs = Vec::new();
        self.runs(axis, lane, &mut runs);
        let begun = runs.partition_point(|run| run.from <= x);
        let run = runs
            .get(begun.checked_sub(1)?)
            .filter(|run| x <= run.to.max(run.from + 1.0))?;
        Some(match run.count {
            1 => Hit::Segment(run.first),
            _ => Hit::Crowd(*run),
        })
    }
}

/// The mark nearest to `x`, if it is within reach. `step` is the last step at or before `x`.
fn nearest<T: Copy>(
    marks: &[T],
    step_of: impl Fn(&T) -> u32,
    step: u32,
    x: f64,
    x_of: impl Fn(u32) -> f64,
) -> Option<T> {
    let passed = marks.partition_point(|mark| step_of(mark) <= step);
    let first = passed.saturating_sub(1);
    let around = marks.get(first..(passed + 1).min(marks.len()))?;
    let distance = |mark: &T| (x_of(step_of(mark)) - x).abs();
    let nearest = around
        .iter()
        .min_by(|one, two| distance(one).total_cmp(&distance(two)))?;
    (distance(nearest) <= REACH).then_some(*nearest)
}
