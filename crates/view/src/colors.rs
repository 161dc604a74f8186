//! A task's colour: the same in every view and at every step.

use switchboard_trace::TaskId;

/// Colours that people with any kind of colour vision tell apart.
pub const SLOTS: u8 = 8;

/// What tells tasks of the same colour apart: none, then stripes, dots, a check.
pub const PATTERNS: u8 = 4;

/// How a task is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// Which colour, from 0 to [`SLOTS`] - 1.
    pub slot: u8,
    /// Which pattern, from 0 (plain) to [`PATTERNS`] - 1.
    pub pattern: u8,
}

impl Look {
    /// The look of a task: colours go round in the order of making, and each round has another pattern.
    #[must_use]
    pub fn of(task: TaskId) -> Self {
        let index = task.index();
        let round = index / usize::from(SLOTS) % usize::from(PATTERNS);
        Self {
            slot: (index % usize::from(SLOTS)) as u8,
            pattern: round as u8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ninth_task_has_the_first_ones_colour_and_another_pattern() {
        let first = Look::of(TaskId::from_index(0));
        let ninth = Look::of(TaskId::from_index(8));
        assert_eq!(first.slot, ninth.slot);
        assert_ne!(first.pattern, ninth.pattern);
    }
}
