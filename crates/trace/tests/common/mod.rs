//! Traces of made-up runs.

#![allow(dead_code, reason = "each test file uses a part")]

use switchboard_trace::{
    Event, HandleId, Line, NameId, ObjectId, ObjectKind, ObjectOp, Outcome, Phase, Reason, SiteId, StepEnd,
    Stream, Subject, TaskId, TextId, Time, Trace, WaitOn,
};

/// A small deterministic source of numbers (a multiplicative generator, high bits used).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2) + 1)
    }

    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }
}

/// So many events in an order that no run could have, to test what must hold for any trace.
pub fn random_trace(seed: u64, events: usize) -> Trace {
    let mut dice = Dice::new(seed);
    let mut trace = Trace::new();
    let mut made = Made::default();
    let mut now = 0;
    for _ in 0..events {
        now += u64::from(dice.below(3)) * 1_500_000_000;
        let event = made.event(&mut dice);
        trace.push(Time::from_nanos(now), event);
    }
    trace
}

/// How many things there are to speak of.
#[derive(Default)]
struct Made {
    tasks: u32,
    handles: u32,
    objects: u32,
}

impl Made {
    fn event(&mut self, dice: &mut Dice) -> Event {
        let task = TaskId::from_index(dice.below(self.tasks + 2));
        let handle = HandleId::from_index(dice.below(self.handles + 1));
        let object = ObjectId::from_index(dice.below(self.objects + 1));
        let (exception, text) = (NameId::default(), TextId::default());
        match dice.below(22) {
            0 if self.tasks < 3000 => {
                self.tasks += 1;
                let task = TaskId::from_index(self.tasks - 1);
                Event::TaskMade {
                    task,
                    parent: None,
                    name: NameId::default(),
                    site: SiteId::default(),
                }
            }
            0 | 1 => Event::TaskReadied {
                task,
                why: Reason::Future(object),
            },
            2 => Event::TaskReadied {
                task,
                why: Reason::Yield,
            },
            3 => Event::StepBegan {
                who: Subject::Task(task),
            },
            4 => Event::StepEnded {
                who: Subject::Task(task),
                how: StepEnd::Waits,
            },
            5 => Event::StepEnded {
                who: Subject::Task(task),
                how: StepEnd::Yielded,
            },
            6 if dice.below(20) == 0 => Event::TaskDone {
                task,
                how: Outcome::Failed,
                exception,
                text,
            },
            6 | 7 => Event::TaskWaits {
                task,
                on: WaitOn::Lock(object),
            },
            8 => Event::StepBegan {
                who: Subject::Callback(handle),
            },
            9 => Event::StepEnded {
                who: Subject::Callback(handle),
                how: StepEnd::Done,
            },
            10 => {
                self.handles += 1;
                let handle = HandleId::from_index(self.handles - 1);
                let due = Time::from_nanos(u64::from(dice.below(1000)));
                Event::TimerSet {
                    handle,
                    label: NameId::default(),
                    due,
                }
            }
            11 => Event::TimerFired { handle },
            12 => Event::HandleCancelled { handle },
            13 => {
                self.objects += 1;
                let object = ObjectId::from_index(self.objects - 1);
                Event::ObjectMade {
                    object,
                    kind: ObjectKind::Lock,
                    name: NameId::default(),
                    value: 0,
                }
            }
            14 => Event::ObjectChanged {
                object,
                op: ObjectOp::Acquired,
                by: Some(task),
                value: dice.below(9),
            },
            15 => Event::AwaitEntered {
                task,
                depth: dice.below(6) as u16,
                site: SiteId::default(),
                coroutine: NameId::default(),
            },
            16 => Event::AwaitLeft {
                task,
                depth: dice.below(6) as u16,
            },
            17 => Event::Output {
                task: Some(task),
                stream: Stream::Out,
                line: Line::new(3),
                text,
            },
            18 => Event::LineReached {
                task: Some(task),
                line: Line::new(dice.below(99)),
                instruction: 5,
            },
            19 => Event::PhaseBegan {
                phase: Phase::RunReady,
                handles: dice.below(9),
                until: Time::ZERO,
            },
            20 => Event::TurnEnded { turn: dice.below(9) },
            _ => Event::CancelRequested {
                task,
                by: None,
                message: text,
            },
        }
    }
}

/// The trace of a plausible run: `tasks` tasks that live all the time and wait for timers.
pub fn busy_trace(tasks: u32, events: usize) -> Trace {
    let mut trace = Trace::new();
    let mut handles = 0..;
    for task in (0..tasks).map(TaskId::from_index) {
        let (name, site) = (NameId::default(), SiteId::default());
        trace.push(
            Time::ZERO,
            Event::TaskMade {
                task,
                parent: None,
                name,
                site,
            },
        );
        trace.push(
            Time::ZERO,
            Event::TaskReadied {
                task,
                why: Reason::FirstStep,
            },
        );
    }
    let mut now = 0;
    let mut waiting = std::collections::VecDeque::new();
    let mut ready: std::collections::VecDeque<_> = (0..tasks).map(TaskId::from_index).collect();
    while trace.len() < events {
        now += 1_000;
        let time = Time::from_nanos(now);
        let next = ready.pop_front();
        let Some(task) = next else {
            while ready.len() < 64
                && let Some((task, handle)) = waiting.pop_front()
            {
                trace.push(time, Event::TimerFired { handle });
                trace.push(
                    time,
                    Event::StepBegan {
                        who: Subject::Callback(handle),
                    },
                );
                trace.push(
                    time,
                    Event::TaskReadied {
                        task,
                        why: Reason::Timer(handle),
                    },
                );
                trace.push(
                    time,
                    Event::StepEnded {
                        who: Subject::Callback(handle),
                        how: StepEnd::Done,
                    },
                );
                ready.push_back(task);
            }
            continue;
        };
        let handle = HandleId::from_index(handles.next().unwrap_or(0));
        let (site, coroutine) = (SiteId::default(), NameId::default());
        trace.push(
            time,
            Event::StepBegan {
                who: Subject::Task(task),
            },
        );
        trace.push(time, Event::AwaitLeft { task, depth: 0 });
        trace.push(
            time,
            Event::LineReached {
                task: Some(task),
                line: Line::new(7),
                instruction: now,
            },
        );
        let text = trace.tables_mut().text("so it goes");
        trace.push(
            time,
            Event::Output {
                task: Some(task),
                stream: Stream::Out,
                line: Line::new(7),
                text,
            },
        );
        trace.push(
            time,
            Event::AwaitEntered {
                task,
                depth: 0,
                site,
                coroutine,
            },
        );
        trace.push(
            time,
            Event::TimerSet {
                handle,
                label: coroutine,
                due: time.after(1_000_000),
            },
        );
        trace.push(
            time,
            Event::TaskWaits {
                task,
                on: WaitOn::Timer(handle),
            },
        );
        trace.push(
            time,
            Event::StepEnded {
                who: Subject::Task(task),
                how: StepEnd::Waits,
            },
        );
        waiting.push_back((task, handle));
    }
    trace
}
