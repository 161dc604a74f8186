//! Await points: how often each was passed, at any step.

use std::collections::BTreeMap;

use switchboard_trace::{Event, TaskId, Trace};

/// The lines at which awaits began and ended, as far as the trace was read.
#[derive(Clone, Debug, Default)]
pub struct AwaitPoints {
    read: usize,
    /// The awaits in which each task stands: depth and line, the outermost first.
    open: Vec<Vec<(u16, u32)>>,
    /// The steps at which an await of a line was over.
    passed: BTreeMap<u32, Vec<u32>>,
}

impl AwaitPoints {
    /// Reads what the trace has grown by.
    pub fn read(&mut self, trace: &Trace) {
        for record in trace.iter_from(self.read) {
            self.read += 1;
            match record.event {
                Event::AwaitEntered {
                    task, depth, site, ..
                } => {
                    let line = trace.tables().get_site(site).line.get();
                    self.leave(task, depth);
                    self.of(task).push((depth, line));
                }
                Event::AwaitLeft { task, depth } => self.leave(task, depth),
                _ => {}
            }
        }
    }

    /// How often awaits of a line were over at a step.
    #[must_use]
    pub fn passed(&self, line: u32, step: usize) -> usize {
        let steps = self.passed.get(&line).map(Vec::as_slice).unwrap_or_default();
        steps.partition_point(|passed| *passed as usize <= step)
    }

    fn of(&mut self, task: TaskId) -> &mut Vec<(u16, u32)> {
        let needed = task.index() + 1;
        if self.open.len() < needed {
            self.open.resize_with(needed, Vec::new);
        }
        let last = needed - 1;
        &mut self.open[last]
    }

    fn leave(&mut self, task: TaskId, depth: u16) {
        let step = u32::try_from(self.read).unwrap_or(u32::MAX);
        while let Some((_, line)) = self.of(task).pop_if(|(open, _)| *open >= depth) {
            self.passed.entry(line).or_default().push(step);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::{Line, NameId, Site, Time};

    #[test]
    fn an_await_counts_from_where_it_is_over() {
        let mut trace = Trace::new();
        let site = trace.tables_mut().site(Site {
            line: Line::new(7),
            ..Site::default()
        });
        let task = TaskId::from_index(0);
        for _ in 0..2 {
            let entered = Event::AwaitEntered {
                task,
                depth: 0,
                site,
                coroutine: NameId::default(),
            };
            trace.push(Time::ZERO, entered);
            trace.push(Time::ZERO, Event::AwaitLeft { task, depth: 0 });
        }
        let mut points = AwaitPoints::default();
        points.read(&trace);
        let counts: Vec<_> = (0..=4).map(|step| points.passed(7, step)).collect();
        assert_eq!(counts, [0, 0, 1, 1, 2]);
    }
}
