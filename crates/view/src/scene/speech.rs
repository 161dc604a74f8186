//! What is said at the desk: by the client on the line, or by the operator. Worked out from the events of the step
//! that runs, before any language.

use switchboard_trace::{
    Board, Event, HandleId, Line, NameId, ObjectOp, Outcome, Phase, RaiseKind, Reason, RunEnd, SiteId,
    Subject, TaskId, TextId, Time, Trace, WaitOn,
};

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    Operator,
    Client(TaskId),
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    // -- The operator -------------------------------------------------------------------------------------
    /// The program runs outside of tasks.
    Opens,
    /// Between turns.
    BeginsTurn,
    HowLong,
    AnyCalls,
    SleepsUntil(Time),
    SleepsUntilCall,
    LooksAtTimers,
    Next,
    /// All of this turn have had their say.
    TurnIsOver,
    /// A callback runs.
    Note {
        handle: HandleId,
        label: NameId,
    },
    Ended {
        how: RunEnd,
        exception: NameId,
    },
    /// The thread is blocked, whoever did it.
    IsStuck {
        what: NameId,
        until: Time,
    },
    // -- The client ---------------------------------------------------------------------------------------
    /// It has just got the line.
    Greets(Reason),
    /// It has passed several lines without asking for anything.
    Works(Line),
    Awaits(SiteId),
    Asks(WaitOn),
    Prints(TextId),
    /// It has made another task.
    Brings(TaskId),
    Stops(TaskId),
    Raises {
        exception: NameId,
        message: TextId,
    },
    IsCancelled,
    IsDone {
        how: Outcome,
        exception: NameId,
        text: TextId,
    },
    Blocks {
        what: NameId,
        until: Time,
    },
    Did(ObjectOp, switchboard_trace::ObjectId),
}

/// So many lines after something was said, it is over.
const LINES_HEARD: u32 = 2;

/// So many events are looked back through.
const HEARD: usize = 64;

/// What is said at the step at which a board stands.
#[must_use]
pub fn said(board: &Board, trace: &Trace) -> (Speaker, Says) {
    if let Some(end) = board.end {
        let ended = Says::Ended {
            how: end.how,
            exception: end.exception,
        };
        return (Speaker::Operator, ended);
    }
    match (board.running, board.blocking) {
        (Some(Subject::Task(task)), Some(blocking)) => {
            let (what, until) = (blocking.what, blocking.until);
            (Speaker::Client(task), Says::Blocks { what, until })
        }
        (Some(Subject::Task(task)), None) => (Speaker::Client(task), client_says(task, board, trace)),
        (_, Some(blocking)) => {
            let (what, until) = (blocking.what, blocking.until);
            (Speaker::Operator, Says::IsStuck { what, until })
        }
        (Some(Subject::Callback(handle)), None) => {
            let label = label_of(handle, board, trace);
            (Speaker::Operator, Says::Note { handle, label })
        }
        (None, None) => (Speaker::Operator, operator_says(board)),
    }
}

fn operator_says(board: &Board) -> Says {
    match board.phase {
        None if board.turn == 0 => Says::Opens,
        None => Says::BeginsTurn,
        Some(Phase::Bound) => Says::HowLong,
        Some(Phase::PollIo) if board.poll_until == Time::MAX => Says::SleepsUntilCall,
        Some(Phase::PollIo) if board.poll_until > board.time => Says::SleepsUntil(board.poll_until),
        Some(Phase::PollIo) => Says::AnyCalls,
        Some(Phase::DueTimers) => Says::LooksAtTimers,
        Some(Phase::RunReady) if board.snapshot == 0 => Says::TurnIsOver,
        Some(Phase::RunReady) => Says::Next,
    }
}

/// The newest thing that the task has said in its step.
fn client_says(task: TaskId, board: &Board, trace: &Trace) -> Says {
    let mut lines = 0;
    let greeting = board
        .task(task)
        .map_or(Says::Greets(Reason::Waker), |view| Says::Greets(view.why));
    for index in (board.step.saturating_sub(HEARD)..board.step).rev() {
        let Some(record) = trace.get(index) else { break };
        if let Event::LineReached { .. } = record.event {
            lines += 1;
        }
        let is_first = matches!(record.event, Event::StepBegan { .. });
        let heard = if is_first {
            Some(greeting)
        } else {
            heard(&record.event)
        };
        if let Some(says) = heard {
            return if lines > LINES_HEARD {
                works(task, board)
            } else {
                says
            };
        }
    }
    works(task, board)
}

fn works(task: TaskId, board: &Board) -> Says {
    Says::Works(board.task(task).map_or_else(Line::default, |view| view.line))
}

fn heard(event: &Event) -> Option<Says> {
    let says = match *event {
        Event::AwaitEntered { site, .. } => Says::Awaits(site),
        Event::TaskWaits { on, .. } => Says::Asks(on),
        Event::Output { text, .. } => Says::Prints(text),
        Event::TaskMade { task, .. } => Says::Brings(task),
        Event::CancelRequested { task, .. } => Says::Stops(task),
        Event::CancelDelivered { .. } => Says::IsCancelled,
        Event::Raised {
            exception,
            message,
            how: RaiseKind::Raised,
            ..
        } => Says::Raises { exception, message },
        Event::TaskDone {
            how, exception, text, ..
        } => Says::IsDone { how, exception, text },
        Event::ObjectChanged { object, op, by, .. } if by.is_some() || op == ObjectOp::Set => {
            Says::Did(op, object)
        }
        _ => return None,
    };
    Some(says)
}

/// A callback that runs stands in the queue no longer, so its label is looked up where it was put there.
#[must_use]
pub fn label_of(handle: HandleId, board: &Board, trace: &Trace) -> NameId {
    const LOOKED_THROUGH: usize = 4_096;
    let earlier = (board.step.saturating_sub(LOOKED_THROUGH)..board.step).rev();
    let mut labels = earlier.filter_map(|index| match trace.get(index)?.event {
        Event::CallbackReadied {
            handle: of, label, ..
        }
        | Event::TimerSet {
            handle: of, label, ..
        } if of == handle => Some(label),
        _ => None,
    });
    labels.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::Stream;

    const TASK: TaskId = TaskId::from_index(0);

    fn said_after(events: &[Event]) -> (Speaker, Says) {
        let mut trace = Trace::new();
        for event in events {
            trace.push(Time::from_nanos(5), *event);
        }
        said(&trace.board_at(trace.len()), &trace)
    }

    fn began() -> Vec<Event> {
        let task = TASK;
        vec![
            Event::TaskMade {
                task,
                parent: None,
                name: NameId::default(),
                site: SiteId::default(),
            },
            Event::TaskReadied {
                task,
                why: Reason::FirstStep,
            },
            Event::StepBegan {
                who: Subject::Task(task),
            },
        ]
    }

    #[test]
    fn a_client_greets_prints_and_asks() {
        let mut events = began();
        let client = Speaker::Client(TASK);
        assert_eq!(said_after(&events), (client, Says::Greets(Reason::FirstStep)));
        events.push(Event::Output {
            task: Some(TASK),
            stream: Stream::Out,
            line: Line::new(1),
            text: TextId::default(),
        });
        assert_eq!(said_after(&events), (client, Says::Prints(TextId::default())));
        let on = WaitOn::Timer(HandleId::from_index(0));
        events.push(Event::TaskWaits { task: TASK, on });
        assert_eq!(said_after(&events), (client, Says::Asks(on)));
    }

    #[test]
    fn who_passes_many_lines_computes() {
        let mut events = began();
        for line in 1..=4 {
            events.push(Event::LineReached {
                task: Some(TASK),
                line: Line::new(line),
                instruction: 0,
            });
        }
        assert_eq!(said_after(&events).1, Says::Works(Line::new(4)));
    }

    #[test]
    fn the_operator_sleeps_only_while_the_loop_may_wait() {
        let poll = |until| Event::PhaseBegan {
            phase: Phase::PollIo,
            handles: 0,
            until,
        };
        let later = Time::from_nanos(9);
        assert_eq!(said_after(&[poll(later)]).1, Says::SleepsUntil(later));
        assert_eq!(said_after(&[poll(Time::from_nanos(5))]).1, Says::AnyCalls);
        assert_eq!(said_after(&[poll(Time::MAX)]).1, Says::SleepsUntilCall);
    }
}
