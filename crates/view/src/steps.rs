//! Where a step forward or back leads, for each unit by which a person can step.

use switchboard_trace::{Event, Subject, Trace};

/// What a step takes the playhead over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// One entry of the trace.
    Event,
    /// To where a line of the program is reached.
    Line,
    /// To where an await begins or ends.
    Await,
    /// To where a turn of the event loop begins.
    Turn,
    /// To where another task or callback gets the loop.
    Switch,
    /// To where the program prints.
    Output,
}

impl Unit {
    /// All units, the finest first.
    pub const ALL: [Self; 6] = [
        Self::Event,
        Self::Line,
        Self::Await,
        Self::Turn,
        Self::Switch,
        Self::Output,
    ];

    /// Its name in messages from other pages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Line => "line",
            Self::Await => "await",
            Self::Turn => "turn",
            Self::Switch => "switch",
            Self::Output => "output",
        }
    }

    /// The unit of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forward,
    Back,
}

/// The steps at which each unit ends, as far as the trace was read. A step is a count of events, so what a unit ends
/// with is the last event before it.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    read: usize,
    lines: Vec<u32>,
    awaits: Vec<u32>,
    turns: Vec<u32>,
    switches: Vec<u32>,
    outputs: Vec<u32>,
    last_on_the_loop: Option<Subject>,
}

impl Steps {
    /// Reads what the trace has grown by.
    pub fn read(&mut self, trace: &Trace) {
        for record in trace.iter_from(self.read) {
            self.read += 1;
            let step = u32::try_from(self.read).unwrap_or(u32::MAX);
            self.note(step, &record.event);
        }
    }

    /// How many events were read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.read
    }

    /// Whether nothing was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read == 0
    }

    /// All ends of a unit, in their order; for [`Unit::Event`] there is no list, since each event is one.
    #[must_use]
    pub fn ends(&self, unit: Unit) -> &[u32] {
        match unit {
            Unit::Event => &[],
            Unit::Line => &self.lines,
            Unit::Await => &self.awaits,
            Unit::Turn => &self.turns,
            Unit::Switch => &self.switches,
            Unit::Output => &self.outputs,
        }
    }

    /// The nearest end of a unit after `step`; none if the trace has no more.
    #[must_use]
    pub fn after(&self, unit: Unit, step: usize) -> Option<usize> {
        self.ahead(unit, step, 0)
    }

    /// The end of a unit after `step` with `between` others before it; none if the trace has no more.
    #[must_use]
    pub fn ahead(&self, unit: Unit, step: usize, between: usize) -> Option<usize> {
        if unit == Unit::Event {
            return Some(step.saturating_add(between).saturating_add(1)).filter(|end| *end <= self.read);
        }
        let ends = self.ends(unit);
        let next = ends.partition_point(|end| *end as usize <= step);
        ends.get(next.saturating_add(between)).map(|end| *end as usize)
    }

    /// The nearest end of a unit before `step`; the beginning of the trace if there is none.
    #[must_use]
    pub fn before(&self, unit: Unit, step: usize) -> usize {
        if unit == Unit::Event {
            return step.saturating_sub(1);
        }
        let ends = self.ends(unit);
        let passed = ends.partition_point(|end| (*end as usize) < step);
        passed
            .checked_sub(1)
            .and_then(|last| ends.get(last))
            .map_or(0, |end| *end as usize)
    }

    fn note(&mut self, step: u32, event: &Event) {
        match event {
            Event::LineReached { .. } => self.lines.push(step),
            Event::AwaitEntered { .. } | Event::AwaitLeft { .. } => self.awaits.push(step),
            Event::TurnBegan { .. } => self.turns.push(step),
            Event::Output { .. } => self.outputs.push(step),
            Event::StepBegan { who } if self.last_on_the_loop != Some(*who) => {
                self.last_on_the_loop = Some(*who);
                self.switches.push(step);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::{TaskId, Time};

    fn began(task: u32) -> Event {
        Event::StepBegan {
            who: Subject::Task(TaskId::from_index(task)),
        }
    }

    fn steps_of(events: &[Event]) -> Steps {
        let mut trace = Trace::new();
        let mut steps = Steps::default();
        for event in events {
            trace.push(Time::ZERO, *event);
            steps.read(&trace);
        }
        steps
    }

    #[test]
    fn a_switch_is_where_another_task_gets_the_loop() {
        let steps = steps_of(&[began(0), began(0), began(1), began(0)]);
        assert_eq!(steps.ends(Unit::Switch), [1, 3, 4]);
    }

    #[test]
    fn stepping_forward_and_back_meets_the_same_places() {
        let turn = |turn| Event::TurnBegan { turn };
        let steps = steps_of(&[turn(1), began(0), turn(2), began(1), turn(3)]);
        assert_eq!(steps.after(Unit::Turn, 0), Some(1));
        assert_eq!(steps.after(Unit::Turn, 1), Some(3));
        assert_eq!(steps.after(Unit::Turn, 5), None);
        assert_eq!(steps.before(Unit::Turn, 5), 3);
        assert_eq!(steps.before(Unit::Turn, 1), 0);
        assert_eq!(steps.after(Unit::Event, 5), None);
        assert_eq!(steps.ahead(Unit::Turn, 0, 1), Some(3));
        assert_eq!(steps.ahead(Unit::Turn, 0, 3), None);
        assert_eq!(steps.ahead(Unit::Event, 2, 2), Some(5));
        assert_eq!(steps.ahead(Unit::Event, 3, 2), None);
        assert_eq!(steps.before(Unit::Event, 0), 0);
    }
}
