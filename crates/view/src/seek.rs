//! The seek bar: all steps of a run in a line.

use crate::steps::{Steps, Unit};

/// Steps along a line of some length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeekLine {
    /// How many steps there are.
    pub len: usize,
    /// How long the line is.
    pub width: f64,
}

impl SeekLine {
    /// Where a step stands.
    #[must_use]
    pub fn x(self, step: usize) -> f64 {
        step as f64 * self.width / self.len.max(1) as f64
    }

    /// The step nearest to a place.
    #[must_use]
    pub fn step_at(self, x: f64) -> usize {
        let step = (x * self.len as f64 / self.width.max(1.0)).round().max(0.0);
        (step as usize).min(self.len)
    }

    /// Where marks at these steps stand, none nearer to the one before than `spacing`.
    #[must_use]
    pub fn marks(self, steps: &[u32], spacing: f64) -> Vec<f64> {
        let mut marks = Vec::new();
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            let x = self.x(*step as usize);
            marks.push(x);
            let rest = steps.get(at..).unwrap_or_default();
            at += rest
                .partition_point(|later| self.x(*later as usize) < x + spacing)
                .max(1);
        }
        marks
    }

    /// The mark nearest to a place that is at most `reach` away: of two at the same distance the one that tells more.
    #[must_use]
    pub fn mark_at(self, steps: &Steps, x: f64, reach: f64) -> Option<(Unit, usize)> {
        let step = self.step_at(x);
        let around = |unit: Unit| {
            let before = steps.before(unit, step + 1);
            let after = steps.after(unit, step).unwrap_or(before);
            [(unit, before), (unit, after)]
        };
        let candidates = [Unit::Output, Unit::Switch, Unit::Await]
            .into_iter()
            .flat_map(around);
        let distance = |step: usize| (self.x(step) - x).abs();
        candidates
            .filter(|(_, step)| *step > 0 && distance(*step) <= reach)
            .min_by(|(_, one), (_, two)| distance(*one).total_cmp(&distance(*two)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::{Event, Subject, TaskId, Time, Trace};

    const LINE: SeekLine = SeekLine {
        len: 10_000,
        width: 500.0,
    };

    #[test]
    fn marks_are_as_few_as_can_be_told_apart() {
        let every: Vec<u32> = (1..=10_000).collect();
        let marks = LINE.marks(&every, 4.0);
        assert!(marks.len() <= 126 && marks.len() > 120);
        assert!(
            marks
                .windows(2)
                .all(|pair| matches!(pair, [one, two] if two - one > 3.99))
        );
    }

    #[test]
    fn a_place_leads_to_a_step_and_back() {
        assert_eq!(LINE.step_at(LINE.x(4_321)), 4_321);
        assert_eq!(LINE.step_at(-3.0), 0);
        assert_eq!(LINE.step_at(600.0), 10_000);
    }

    #[test]
    fn the_nearest_mark_within_reach_is_found() {
        let mut trace = Trace::new();
        let mut steps = Steps::default();
        for index in 0..100 {
            let who = Subject::Task(TaskId::from_index(index));
            let event = if index == 40 {
                Event::StepBegan { who }
            } else {
                Event::RunBegan
            };
            trace.push(Time::ZERO, event);
        }
        steps.read(&trace);
        let line = SeekLine {
            len: 100,
            width: 500.0,
        };
        assert_eq!(line.mark_at(&steps, 209.0, 6.0), Some((Unit::Switch, 41)));
        assert_eq!(line.mark_at(&steps, 180.0, 6.0), None);
    }
}
