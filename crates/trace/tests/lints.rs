//! Each lint finds its mistake, and stays quiet where there is none.

use switchboard_trace::{
    AwaitPoint, Code, Diagnostic, Event, Exceeded, HandleId, Limit, Limits, Line, NameId, Needs, Reason,
    Recorder, RunEnd, Site, SiteId, StepEnd, Stream, Subject, TaskId, TextId, Time, Trace, check, english,
};

const SECOND: u64 = 1_000_000_000;

/// Writes a run by hand.
struct Run(Recorder);

impl Run {
    fn new() -> Self {
        let run = Self(Recorder::on(Limits::default()));
        for index in 0..2 {
            let name = run.0.name(["main", "other"][index as usize]);
            let task = TaskId::from_index(index);
            run.record(
                0,
                Event::TaskMade {
                    task,
                    parent: None,
                    name,
                    site: SiteId::default(),
                },
            );
            run.record(
                0,
                Event::TaskReadied {
                    task,
                    why: Reason::FirstStep,
                },
            );
        }
        run
    }

    fn record(&self, nanos: u64, event: Event) {
        self.0.set_time(Time::from_nanos(nanos));
        self.0.record(event);
    }

    fn site(&self, line: u32, needs: Needs) -> SiteId {
        let text = self.0.name("fetch()");
        self.0.site(Site {
            line: Line::new(line),
            text,
            point: AwaitPoint {
                // The tests' lines of one function are few.
                number: (line % 64) as u8,
                needs,
            },
            ..Site::default()
        })
    }

    /// The first task awaits a coroutine that sleeps.
    fn await_sleeping_coroutine(&self, from: u64, until: u64, site: SiteId) {
        let (task, coroutine) = (TaskId::from_index(0), NameId::default());
        self.record(
            from,
            Event::AwaitEntered {
                task,
                depth: 0,
                site,
                coroutine,
            },
        );
        self.record(
            from,
            Event::AwaitEntered {
                task,
                depth: 1,
                site,
                coroutine,
            },
        );
        self.record(until, Event::AwaitLeft { task, depth: 1 });
        self.record(until, Event::AwaitLeft { task, depth: 0 });
    }

    fn check(self) -> (Vec<Diagnostic>, Trace) {
        let trace = self.0.take();
        (check(&trace), trace)
    }
}

fn main_task() -> TaskId {
    TaskId::from_index(0)
}

fn summary(found: &[Diagnostic]) -> Vec<(Code, u32)> {
    found
        .iter()
        .map(|diagnostic| (diagnostic.code, diagnostic.line.get()))
        .collect()
}

fn step(run: &Run, from: u64, until: u64) {
    let who = Subject::Task(main_task());
    run.record(from, Event::StepBegan { who });
    run.record(
        from,
        Event::LineReached {
            task: Some(main_task()),
            line: Line::new(4),
            instruction: 1,
        },
    );
    run.record(
        until,
        Event::StepEnded {
            who,
            how: StepEnd::Waits,
        },
    );
}

#[test]
fn a_coroutine_that_was_never_awaited_is_told_of() {
    let run = Run::new();
    let (function, site) = (run.0.name("fetch"), run.site(7, Needs::default()));
    run.record(
        1,
        Event::NeverAwaited {
            task: None,
            function,
            site,
        },
    );
    let (found, trace) = run.check();
    assert_eq!(summary(&found), [(Code::NeverAwaited, 7)]);
    let sentence = english::diagnostic(&found[0], &trace.board_at(trace.len()), trace.tables());
    assert!(
        sentence.starts_with("coroutine 'fetch' was never awaited"),
        "{sentence}"
    );
}

#[test]
fn a_task_that_nobody_keeps_is_told_of() {
    let run = Run::new();
    let site = run.site(3, Needs::default());
    run.record(
        1,
        Event::TaskNotKept {
            task: main_task(),
            site,
        },
    );
    assert_eq!(summary(&run.check().0), [(Code::TaskNotKept, 3)]);
}

#[test]
fn blocking_calls_are_told_of_once_a_place_with_the_time_they_held() {
    let run = Run::new();
    let (task, what) = (Some(main_task()), run.0.name("time.sleep()"));
    let who = Subject::Task(main_task());
    run.record(0, Event::StepBegan { who });
    run.record(
        0,
        Event::LineReached {
            task,
            line: Line::new(4),
            instruction: 1,
        },
    );
    for start in [0, 2 * SECOND] {
        run.record(
            start,
            Event::BlockingBegan {
                task,
                what,
                until: Time::from_nanos(start + SECOND),
            },
        );
        run.record(start + SECOND, Event::BlockingEnded { task });
    }
    // The loop was held by blocking, not by computing.
    run.record(
        2 * SECOND + SECOND,
        Event::StepEnded {
            who,
            how: StepEnd::Done,
        },
    );
    let (found, trace) = run.check();
    let blocking: Vec<_> = found
        .iter()
        .filter(|found| found.code == Code::BlockingCall)
        .collect();
    assert_eq!(blocking.len(), 1);
    assert_eq!(blocking[0].line.get(), 4);
    let sentence = english::diagnostic(blocking[0], &trace.board_at(trace.len()), trace.tables());
    assert!(
        sentence.contains("main held the event loop for 2 s in 2 call(s)"),
        "{sentence}"
    );
}

#[test]
fn a_blocking_call_outside_of_tasks_holds_nobody_up() {
    let run = Run::new();
    let what = run.0.name("time.sleep()");
    run.record(
        0,
        Event::BlockingBegan {
            task: None,
            what,
            until: Time::from_nanos(SECOND),
        },
    );
    run.record(SECOND, Event::BlockingEnded { task: None });
    assert_eq!(summary(&run.check().0), []);
}

#[test]
fn a_task_that_computes_for_long_while_others_are_ready_is_told_of() {
    let run = Run::new();
    step(&run, 0, SECOND / 2);
    assert_eq!(summary(&run.check().0), [(Code::NeverYields, 4)]);
}

#[test]
fn a_short_step_and_a_long_one_that_nobody_waits_for_are_fine() {
    let run = Run::new();
    step(&run, 0, SECOND / 20);
    run.record(
        SECOND,
        Event::StepBegan {
            who: Subject::Task(TaskId::from_index(1)),
        },
    );
    run.record(
        3 * SECOND,
        Event::StepEnded {
            who: Subject::Task(TaskId::from_index(1)),
            how: StepEnd::Waits,
        },
    );
    assert_eq!(summary(&run.check().0), []);
}

/// The main task's step begins; after the last thing that it is known to have done comes the run's end by a limit.
fn cut_short(limit: Limit, known: u64, end: u64) -> Vec<(Code, u32)> {
    let run = Run::new();
    let who = Subject::Task(main_task());
    let (task, line) = (Some(main_task()), Line::new(4));
    run.record(0, Event::StepBegan { who });
    run.record(
        known,
        Event::LineReached {
            task,
            line,
            instruction: 1,
        },
    );
    run.record(
        end,
        Event::Output {
            task: None,
            stream: Stream::Out,
            line: Line::default(),
            text: TextId::default(),
        },
    );
    run.record(
        end,
        Event::RunEnded {
            how: RunEnd::Limit(Exceeded { limit, most: 1 }),
            exception: NameId::default(),
            message: TextId::default(),
        },
    );
    summary(&run.check().0)
}

#[test]
fn a_long_step_that_a_limit_cuts_short_is_told_of_and_a_short_one_is_not() {
    let found = [(Code::NeverYields, 4)];
    assert_eq!(cut_short(Limit::Instructions, 0, SECOND), found);
    assert_eq!(cut_short(Limit::Instructions, 0, SECOND / 20), []);
}

#[test]
fn a_full_trace_blames_no_step_for_what_came_after() {
    assert_eq!(cut_short(Limit::Trace, SECOND / 20, SECOND), []);
    assert_eq!(
        cut_short(Limit::Trace, SECOND / 2, SECOND),
        [(Code::NeverYields, 4)]
    );
}

#[test]
fn coroutines_awaited_in_a_row_are_told_of_with_what_overlapping_would_save() {
    let run = Run::new();
    let (first, second) = (run.site(10, Needs::default()), run.site(11, Needs::default()));
    run.await_sleeping_coroutine(0, SECOND, first);
    run.await_sleeping_coroutine(SECOND, 3 * SECOND, second);
    let (found, trace) = run.check();
    assert_eq!(summary(&found), [(Code::SequentialAwaits, 10)]);
    let sentence = english::diagnostic(&found[0], &trace.board_at(trace.len()), trace.tables());
    assert!(
        sentence.contains("which took 3 s") && sentence.contains("takes 2 s"),
        "{sentence}"
    );
}

#[test]
fn an_await_that_needs_the_earlier_one_is_fine() {
    let run = Run::new();
    let (first, second) = (
        run.site(10, Needs::default()),
        run.site(11, Needs::Awaits(1 << 10)),
    );
    run.await_sleeping_coroutine(0, SECOND, first);
    run.await_sleeping_coroutine(SECOND, 3 * SECOND, second);
    assert_eq!(summary(&run.check().0), []);
}

#[test]
fn an_await_that_needs_another_than_those_in_the_row_goes_on_with_it() {
    let run = Run::new();
    let sites = [
        run.site(10, Needs::default()),
        run.site(11, Needs::Awaits(1 << 10)),
        run.site(12, Needs::Awaits(1 << 10)),
    ];
    for (start, site) in (0..).map(|n| n * SECOND).zip(sites) {
        run.await_sleeping_coroutine(start, start + SECOND, site);
    }
    assert_eq!(summary(&run.check().0), [(Code::SequentialAwaits, 11)]);
}

#[test]
fn what_an_async_for_or_an_async_with_awaits_is_fine() {
    let run = Run::new();
    let site = run.site(10, Needs::Order);
    run.await_sleeping_coroutine(0, SECOND, site);
    run.await_sleeping_coroutine(SECOND, 2 * SECOND, site);
    assert_eq!(summary(&run.check().0), []);
}

#[test]
fn an_async_with_between_two_awaits_ends_their_row() {
    let run = Run::new();
    let sites = [
        run.site(10, Needs::default()),
        run.site(11, Needs::Order),
        run.site(12, Needs::default()),
    ];
    for (start, site) in (0..).map(|n| n * SECOND).zip(sites) {
        run.await_sleeping_coroutine(start, start + SECOND, site);
    }
    assert_eq!(summary(&run.check().0), []);
}

#[test]
fn coroutines_that_only_run_are_fine() {
    let run = Run::new();
    let site = run.site(10, Needs::default());
    run.await_sleeping_coroutine(0, 3000, site);
    run.await_sleeping_coroutine(3000, 6000, site);
    assert_eq!(summary(&run.check().0), []);
}

#[test]
fn sleeping_twice_and_awaiting_two_tasks_are_fine() {
    let run = Run::new();
    let (task, coroutine, site) = (main_task(), NameId::default(), run.site(5, Needs::default()));
    for start in [0, SECOND] {
        run.record(
            start,
            Event::AwaitEntered {
                task,
                depth: 0,
                site,
                coroutine,
            },
        );
        let handle = HandleId::from_index(0);
        run.record(
            start,
            Event::TimerSet {
                handle,
                label: coroutine,
                due: Time::from_nanos(start + SECOND),
            },
        );
        run.record(start + SECOND, Event::AwaitLeft { task, depth: 0 });
    }
    assert_eq!(summary(&run.check().0), []);
}
