//! Questions about small traces.

use super::*;
use switchboard_trace::{
    Event, HandleId, Line, NameId, Outcome, Phase, Reason, RunEnd, Site, SiteId, Stream, Subject, TextId,
    Time, U24, WaitOn,
};

fn task(index: u32) -> TaskId {
    TaskId::from_index(index)
}

/// Makes traces, a line an event.
struct Maker {
    trace: Trace,
    now: u64,
    site: SiteId,
}

impl Maker {
    fn new() -> Self {
        let mut trace = Trace::new();
        let site = trace.tables_mut().site(Site {
            line: U24::new(1),
            ..Site::default()
        });
        Self { trace, now: 0, site }
    }

    fn push(&mut self, event: Event) -> &mut Self {
        self.trace.push(Time::from_nanos(self.now), event);
        self
    }

    fn make(&mut self, index: u32, site: SiteId) -> &mut Self {
        self.push(Event::TaskMade {
            task: task(index),
            parent: None,
            name: NameId::default(),
            site,
        });
        self.ready(index)
    }

    fn ready(&mut self, index: u32) -> &mut Self {
        self.push(Event::TaskReadied {
            task: task(index),
            why: Reason::FirstStep,
        })
    }

    fn run_ready(&mut self, handles: u32) -> &mut Self {
        self.push(Event::PhaseBegan {
            phase: Phase::RunReady,
            handles,
            until: Time::ZERO,
        })
    }

    fn step(&mut self, index: u32) -> &mut Self {
        self.push(Event::StepBegan {
            who: Subject::Task(task(index)),
        })
    }

    fn print(&mut self, text: &str) -> &mut Self {
        let text = self.trace.tables_mut().text(text);
        self.push(Event::Output {
            task: None,
            stream: Stream::Out,
            line: Line::default(),
            text,
        })
    }

    /// Waits for a timer of this many milliseconds, and then for as many more.
    fn sleep(&mut self, number: u32, milliseconds: u64, more: u64) -> &mut Self {
        let due = Time::from_nanos(self.now + milliseconds * 1_000_000);
        let handle = HandleId::from_index(number);
        self.push(Event::TimerSet {
            handle,
            label: NameId::default(),
            due,
        });
        self.now += (milliseconds + more) * 1_000_000;
        self.push(Event::TimerFired { handle })
    }

    fn end(&mut self) -> &mut Self {
        self.push(Event::RunEnded {
            how: RunEnd::Finished,
            exception: NameId::default(),
            message: TextId::default(),
        })
    }
}

#[test]
fn the_first_in_the_queue_is_next() {
    let mut maker = Maker::new();
    let site = maker.site;
    maker
        .make(0, site)
        .make(1, site)
        .make(2, site)
        .run_ready(3)
        .step(0);
    let ask = who_is_next(&maker.trace, 7);
    let Some(Ask::WhoIsNext {
        candidates,
        right,
        since,
    }) = &ask
    else {
        panic!("{ask:?}")
    };
    assert_eq!(candidates, &[task(0), task(1), task(2)]);
    assert_eq!((*right, *since), (task(0), 2));
    let ask = ask.unwrap();
    assert!(ask.is_right(&[0]));
    assert!(!ask.is_right(&[1]) && !ask.is_right(&[9]) && !ask.is_right(&[]) && !ask.is_right(&[0, 1]));
}

#[test]
fn nobody_asks_who_is_next_where_one_or_nobody_can_be() {
    let mut maker = Maker::new();
    let site = maker.site;
    maker.make(0, site).run_ready(1).step(0);
    assert_eq!(who_is_next(&maker.trace, 3), None);
    assert_eq!(who_is_next(&maker.trace, 0), None);
    assert_eq!(who_is_next(&maker.trace, 99), None);
}

#[test]
fn tasks_that_the_program_did_not_make_are_no_candidates() {
    let mut maker = Maker::new();
    let (site, nowhere) = (maker.site, SiteId::default());
    maker.make(0, site).make(1, nowhere).run_ready(2).step(0);
    assert_eq!(who_is_next(&maker.trace, 5), None);
}

#[test]
fn lines_are_shuffled_and_marked_by_their_texts() {
    let mut maker = Maker::new();
    for line in ["start 1", "start 2", "same", "", "same"] {
        maker.print(line);
    }
    let ask = what_is_printed(&maker.trace, 0).unwrap();
    let Ask::WhatIsPrinted { shuffled, right, .. } = &ask else {
        panic!("{ask:?}")
    };
    assert_eq!(right, &["start 1", "start 2", "same", "same"]);
    assert_ne!(shuffled, right);
    let places = |text: &str| -> Vec<usize> {
        let all = shuffled.iter().enumerate().filter(|(_, line)| *line == text);
        all.map(|(at, _)| at).collect()
    };
    let (one, two, same) = (places("start 1")[0], places("start 2")[0], places("same"));
    assert!(ask.is_right(&[one, two, same[0], same[1]]));
    assert!(ask.is_right(&[one, two, same[1], same[0]]));
    assert!(!ask.is_right(&[one, two, same[1], same[1]]));
    assert!(!ask.is_right(&[two, one, same[0], same[1]]));
    assert_eq!(
        first_wrong(shuffled, right, &[two, one, same[0], same[1]]),
        Some(0)
    );
    assert_eq!(
        first_wrong(shuffled, right, &[one, same[0], two, same[1]]),
        Some(1)
    );
    assert_eq!(first_wrong(shuffled, right, &[one, two, same[1], same[0]]), None);
    assert!(!ask.is_right(&[one, two]));
}

#[test]
fn only_the_first_lines_from_a_step_on_are_asked_about() {
    let mut maker = Maker::new();
    for number in 0..20 {
        maker.print(&number.to_string());
    }
    let Some(Ask::WhatIsPrinted { right, more, .. }) = what_is_printed(&maker.trace, 5) else {
        panic!()
    };
    assert_eq!(right, ["5", "6", "7", "8", "9", "10"]);
    assert_eq!(more, 9);
}

#[test]
fn a_line_tells_who_prints_it_when_and_why_then() {
    let mut maker = Maker::new();
    let site = maker.site;
    maker.make(0, site).sleep(0, 500, 0).ready(0).step(0);
    let text = maker.trace.tables_mut().text("awake");
    maker.print("before").push(Event::Output {
        task: Some(task(0)),
        stream: Stream::Out,
        line: Line::default(),
        text,
    });
    let Some(Ask::WhatIsPrinted { origins, .. }) = what_is_printed(&maker.trace, 0) else {
        panic!()
    };
    assert_eq!((origins[0].task, origins[0].since), (None, None));
    assert_eq!((origins[1].task, origins[1].since), (Some(task(0)), Some(5)));
    assert_eq!(origins[1].time, Time::from_nanos(500_000_000));
}

#[test]
fn how_long_a_program_takes_is_told_by_the_waits_of_its_tasks() {
    let mut maker = Maker::new();
    for number in 0..8 {
        let handle = HandleId::from_index(number);
        maker.push(Event::TimerSet {
            handle,
            label: NameId::default(),
            due: Time::from_nanos(u64::from(number) * 100_000_000),
        });
        // The first is a timeout: nobody waits for it by name.
        if number > 0 {
            maker.push(Event::TaskWaits {
                task: task(number),
                on: WaitOn::Timer(handle),
            });
        }
    }
    maker.sleep(8, 700, 0).end();
    let Some(Ask::HowLong { waits, .. }) = how_long(&maker.trace) else {
        panic!()
    };
    assert_eq!((waits.first.len(), waits.more), (6, 1));
    assert_eq!(waits.first[0].task, task(1));
    assert_eq!(waits.first[1].until, Time::from_nanos(200_000_000));
}

#[test]
fn a_program_that_always_prints_the_same_is_not_asked_for_an_order() {
    let mut maker = Maker::new();
    assert_eq!(what_is_printed(&maker.trace, 0), None);
    maker.print("tick").print("tick");
    assert_eq!(what_is_printed(&maker.trace, 0), None);
}

#[test]
fn lines_that_read_the_same_backwards_are_shuffled_too() {
    let mut maker = Maker::new();
    maker.print("a").print("b").print("a");
    let Some(Ask::WhatIsPrinted { shuffled, right, .. }) = what_is_printed(&maker.trace, 0) else {
        panic!()
    };
    assert_ne!(shuffled, right);
}

#[test]
fn the_wrong_times_are_what_it_would_take_otherwise() {
    let mut maker = Maker::new();
    maker.sleep(0, 500, 0).sleep(1, 1000, 0).end();
    let ask = how_long(&maker.trace).unwrap();
    let Ask::HowLong { choices, right, .. } = &ask else {
        panic!()
    };
    let milliseconds: Vec<u64> = choices.iter().map(|nanos| nanos / 1_000_000).collect();
    assert_eq!(right / 1_000_000, 1500);
    assert_eq!(milliseconds, [800, 1000, 1500, 3000]);
    assert!(ask.is_right(&[2]) && !ask.is_right(&[0]));
}

#[test]
fn a_run_that_takes_no_time_or_is_not_over_is_not_asked_how_long() {
    let mut maker = Maker::new();
    assert_eq!(how_long(&maker.trace), None);
    maker.sleep(0, 500, 0);
    assert_eq!(how_long(&maker.trace), None);
    let mut maker = Maker::new();
    maker.end();
    assert_eq!(how_long(&maker.trace), None);
}

#[test]
fn questions_of_a_long_run_are_few_and_spread_over_it() {
    let mut maker = Maker::new();
    let site = maker.site;
    maker.make(0, site).make(1, site);
    for _ in 0..50 {
        maker.run_ready(2).step(0).ready(0).step(1).ready(1);
    }
    maker.push(Event::TaskDone {
        task: task(0),
        how: Outcome::Returned,
        exception: NameId::default(),
        text: TextId::default(),
    });
    let items = questions(&maker.trace);
    assert_eq!(items.len(), MOST_NEXT);
    assert_eq!(items.first().map(|item| item.step), Some(5));
    assert!(items.last().is_some_and(|item| item.step > 200));
}
