//! Generated programs do what their steps say.

use switchboard_python::{Advance, Exit, Options, Session};
use switchboard_scenario::{Coroutine, Duration, Start, Step, Workload, generate};

/// What a program prints, each line with its time in milliseconds, and how it ends.
fn run(workload: &Workload) -> (Vec<(u64, String)>, Exit) {
    let mut session = Session::new(&generate(workload), Options::default());
    let mut printed = Vec::new();
    loop {
        let advance = session.advance(1_000_000);
        for output in session.take_output() {
            printed.push((output.time / 1_000_000, output.text.trim_end().to_owned()));
        }
        match advance {
            Advance::Again => {}
            Advance::At(moment) => session.vm.clock.advance_to(moment),
            Advance::Finished => return (printed, session.exit().unwrap().clone()),
        }
    }
}

fn coroutine(name: &str, copies: u32, steps: Vec<Step>) -> Coroutine {
    Coroutine {
        name: name.into(),
        copies,
        repeat: 1,
        steps,
    }
}

fn millis(millis: u32) -> Duration {
    Duration::from_millis(millis).unwrap()
}

fn print(text: &str) -> Step {
    Step::Print(text.into())
}

fn expect(workload: &Workload, expected: &[(u64, &str)]) {
    let (printed, exit) = run(workload);
    let printed: Vec<_> = printed
        .iter()
        .map(|(time, text)| (*time, text.as_str()))
        .collect();
    assert_eq!(printed, expected, "{}", generate(workload));
    assert_eq!(exit, Exit::Ok);
}

#[test]
fn three_downloads_overlap_unless_they_come_one_after_the_other() {
    let steps = vec![Step::Download(millis(1000)), print("got {number}")];
    let mut workload = Workload {
        coroutines: vec![coroutine("fetch", 3, steps)],
        start: Start::OneAfterTheOther,
    };
    expect(&workload, &[(1000, "got 1"), (2000, "got 2"), (3000, "got 3")]);
    for start in [Start::Tasks, Start::Gather, Start::TaskGroup] {
        workload.start = start;
        expect(&workload, &[(1000, "got 1"), (1000, "got 2"), (1000, "got 3")]);
    }
}

#[test]
fn computing_and_blocking_hold_up_everybody() {
    for hold_up in [Step::Compute(millis(200)), Step::Block(millis(200))] {
        let workload = Workload {
            coroutines: vec![coroutine("work", 2, vec![hold_up, print("{number}")])],
            start: Start::Gather,
        };
        expect(&workload, &[(200, "1"), (400, "2")]);
    }
}

#[test]
fn a_lock_lets_one_in_at_a_time() {
    let steps = vec![
        Step::Acquire("lock".into()),
        Step::Sleep(millis(500)),
        Step::Release("lock".into()),
        print("{number} is out"),
    ];
    let workload = Workload {
        coroutines: vec![coroutine("visit", 2, steps)],
        start: Start::Tasks,
    };
    expect(&workload, &[(500, "1 is out"), (1000, "2 is out")]);
}

#[test]
fn what_is_put_into_a_queue_is_taken_out_of_it() {
    let put = Step::Put {
        queue: "queue".into(),
        text: "letter {count}".into(),
    };
    let get = vec![Step::Get("queue".into()), print("got {item}, {{count}")];
    let mut workload = Workload {
        coroutines: vec![
            coroutine("producer", 1, vec![Step::Sleep(millis(100)), put]),
            coroutine("consumer", 1, get),
        ],
        start: Start::Gather,
    };
    workload.coroutines[0].repeat = 2;
    workload.coroutines[1].repeat = 2;
    expect(&workload, &[(100, "got letter 1, {1"), (200, "got letter 2, {2")]);
}

#[test]
fn one_coroutine_starts_another_and_waits_for_it() {
    let boss = vec![
        Step::Start("helper".into()),
        print("started"),
        Step::Join("helper".into()),
        print("over"),
    ];
    let workload = Workload {
        coroutines: vec![
            coroutine("boss", 1, boss),
            coroutine(
                "helper",
                0,
                vec![Step::Sleep(millis(300)), print("helped {number}")],
            ),
        ],
        start: Start::TaskGroup,
    };
    expect(&workload, &[(0, "started"), (300, "helped 1"), (300, "over")]);
}

#[test]
fn an_empty_workload_runs() {
    for start in [
        Start::OneAfterTheOther,
        Start::Tasks,
        Start::Gather,
        Start::TaskGroup,
    ] {
        let mut workload = Workload {
            coroutines: Vec::new(),
            start,
        };
        expect(&workload, &[]);
        workload.coroutines.push(coroutine("idle", 5, Vec::new()));
        expect(&workload, &[]);
    }
}
