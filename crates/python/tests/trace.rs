//! What a run tells the trace: exact sequences of events, the board at chosen steps, and the lints.

use std::fmt::Write;
use switchboard_python::{Advance, Options, Session};
use switchboard_trace::{
    Board, Code, Event, Limits, Recorder, Subject, TaskState, Trace, WaitOn, check, english, jsonl,
};

/// Runs a program where instructions take no time.
fn trace_of(source: &str) -> Trace {
    let recorder = Recorder::on(Limits::default());
    let options = Options {
        cost: 0,
        recorder: recorder.clone(),
        ..Options::default()
    };
    Session::new(source, options).run_to_end();
    recorder.take()
}

/// The events that tell of tasks, as `time event name=value ...`, without turns, lines and places.
fn story(trace: &Trace) -> Vec<String> {
    let lines = jsonl(trace).filter_map(|line| {
        let line = without_sites(&line);
        let fields: Vec<&str> = line.trim_matches(['{', '}']).split(',').collect();
        let value = |field: &str| {
            field
                .split_once(':')
                .map(|(_, v)| v.trim_matches('"').to_string())
        };
        let seconds = value(fields.get(1)?)?.parse::<u64>().ok()? as f64 / 1e9;
        let event = value(fields.get(2)?)?;
        let is_left_out =
            ["turn-began", "turn-ended", "phase-began", "line-reached"].contains(&event.as_str());
        let mut text = format!("{seconds} {event}");
        for field in fields.get(3..)? {
            let (name, value) = field.split_once(':')?;
            let (name, value) = (name.trim_matches('"'), value.trim_matches('"'));
            if !value.is_empty() {
                write!(text, " {name}={value}").ok()?;
            }
        }
        (!is_left_out).then_some(text)
    });
    lines.collect()
}

/// Sites are objects in objects: what follows `"site":` up to its brace goes.
fn without_sites(line: &str) -> String {
    match line.split_once(",\"site\":{") {
        Some((before, rest)) => format!("{before}{}", rest.split_once('}').map_or("", |(_, after)| after)),
        None => line.to_string(),
    }
}

/// The story without what comes before the first task and after the end of the main task.
fn program_story(source: &str) -> Vec<String> {
    let story = story(&trace_of(source));
    let end = story.iter().position(|line| line.contains("task-done task=1 "));
    story[..=end.unwrap_or(story.len() - 1)].to_vec()
}

fn task_number(board: &Board, trace: &Trace, name: &str) -> switchboard_trace::TaskId {
    let found = board
        .tasks()
        .position(|view| trace.tables().get_name(view.name) == name);
    switchboard_trace::TaskId::from_index(found.expect("there is such a task") as u32)
}

#[test]
fn gather_of_three_sleeps_wakes_each_by_its_timer_and_the_caller_once() {
    let source = "\
import asyncio
async def nap(n):
    await asyncio.sleep(n)
    return n
async def main():
    await asyncio.gather(nap(3), nap(1), nap(2))
asyncio.run(main())
";
    assert_eq!(
        program_story(source),
        [
            "0 run-began",
            "0 task-made task=1 name=Task-1",
            "0 task-readied task=1 why=first-step",
            "0 step-began task=1",
            "0 task-made task=2 name=Task-2 parent=1",
            "0 task-readied task=2 why=first-step",
            "0 task-made task=3 name=Task-3 parent=1",
            "0 task-readied task=3 why=first-step",
            "0 task-made task=4 name=Task-4 parent=1",
            "0 task-readied task=4 why=first-step",
            "0 object-made object=1 kind=group name=gather value=3",
            "0 await-entered task=1 depth=0 coroutine=main",
            "0 task-waits task=1 on=group which=1",
            "0 step-ended task=1 how=waits",
            "0 step-began task=2",
            "0 await-entered task=2 depth=0 coroutine=nap",
            "0 timer-set handle=1 label=sleep due=3000000000",
            "0 task-waits task=2 on=timer which=1",
            "0 step-ended task=2 how=waits",
            "0 step-began task=3",
            "0 await-entered task=3 depth=0 coroutine=nap",
            "0 timer-set handle=2 label=sleep due=1000000000",
            "0 task-waits task=3 on=timer which=2",
            "0 step-ended task=3 how=waits",
            "0 step-began task=4",
            "0 await-entered task=4 depth=0 coroutine=nap",
            "0 timer-set handle=3 label=sleep due=2000000000",
            "0 task-waits task=4 on=timer which=3",
            "0 step-ended task=4 how=waits",
            "1 timer-fired handle=2",
            "1 step-began handle=2",
            "1 task-readied task=3 why=timer which=2",
            "1 step-ended handle=2 how=done",
            "1 step-began task=3",
            "1 await-left task=3 depth=0",
            "1 task-done task=3 how=returned text=1",
            "1 callback-readied handle=4 label=gather.<locals>._done_callback by=3",
            "1 step-ended task=3 how=done",
            "1 step-began handle=4",
            "1 step-ended handle=4 how=done",
            "2 timer-fired handle=3",
            "2 step-began handle=3",
            "2 task-readied task=4 why=timer which=3",
            "2 step-ended handle=3 how=done",
            "2 step-began task=4",
            "2 await-left task=4 depth=0",
            "2 task-done task=4 how=returned text=2",
            "2 callback-readied handle=5 label=gather.<locals>._done_callback by=4",
            "2 step-ended task=4 how=done",
            "2 step-began handle=5",
            "2 step-ended handle=5 how=done",
            "3 timer-fired handle=1",
            "3 step-began handle=1",
            "3 task-readied task=2 why=timer which=1",
            "3 step-ended handle=1 how=done",
            "3 step-began task=2",
            "3 await-left task=2 depth=0",
            "3 task-done task=2 how=returned text=3",
            "3 callback-readied handle=6 label=gather.<locals>._done_callback by=2",
            "3 step-ended task=2 how=done",
            "3 step-began handle=6",
            "3 object-changed object=1 op=resolved value=0",
            "3 task-readied task=1 why=gather which=1",
            "3 step-ended handle=6 how=done",
            "3 step-began task=1",
            "3 await-left task=1 depth=0",
            "3 task-done task=1 how=returned",
        ]
    );
}

#[test]
fn a_cancellation_is_requested_delivered_and_raised_at_its_line() {
    let source = "\
import asyncio
async def nap():
    await asyncio.sleep(9)
async def main():
    task = asyncio.create_task(nap())
    await asyncio.sleep(1)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError:
        pass
asyncio.run(main())
";
    let trace = trace_of(source);
    let story = program_story(source);
    let from = story.iter().position(|line| line.contains("cancel-requested"));
    assert_eq!(
        story[from.expect("it is cancelled")..],
        [
            "1 cancel-requested task=2 message=enough by=1",
            "1 task-readied task=2 why=cancel which=1",
            "1 await-entered task=1 depth=0 coroutine=main",
            "1 task-waits task=1 on=task which=2",
            "1 step-ended task=1 how=waits",
            "1 step-began task=2",
            "1 cancel-delivered task=2 line=3",
            "1 handle-cancelled handle=2",
            "1 await-left task=2 depth=0",
            "1 raised exception=CancelledError message=enough line=3 how=raised task=2",
            "1 task-done task=2 how=cancelled",
            "1 task-readied task=1 why=task which=2",
            "1 step-ended task=2 how=done",
            "1 step-began task=1",
            "1 await-left task=1 depth=0",
            "1 task-done task=1 how=returned",
        ]
    );
    assert!(matches!(
        trace.iter().last().map(|record| record.event),
        Some(Event::RunEnded { .. })
    ));
}

#[test]
fn a_lock_is_handed_over_in_the_order_of_waiting() {
    let source = "\
import asyncio
async def use(lock):
    async with lock:
        await asyncio.sleep(1)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(use(lock), use(lock))
asyncio.run(main())
";
    let story = program_story(source);
    let of_lock =
        |line: &&String| line.contains("object=1") || line.contains("on=lock") || line.contains("hand-over");
    let of_lock: Vec<&String> = story.iter().filter(of_lock).collect();
    assert_eq!(
        of_lock,
        [
            "0 object-made object=1 kind=lock name=Lock value=0",
            "0 object-changed object=1 op=acquired value=0 by=2",
            "0 task-waits task=3 on=lock which=1",
            "1 object-changed object=1 op=released value=0 by=2",
            "1 task-readied task=3 why=hand-over which=1",
            "1 object-changed object=1 op=acquired value=0 by=3",
            "2 object-changed object=1 op=released value=0 by=3",
        ]
    );
}

#[test]
fn the_board_shows_who_waits_for_what_and_the_chain_of_awaits() {
    let source = "\
import asyncio
async def inner():
    await asyncio.sleep(2)
async def outer():
    await inner()
async def other():
    print('here')
async def main():
    a = asyncio.create_task(outer(), name='a')
    b = asyncio.create_task(other(), name='b')
    await a
asyncio.run(main())
";
    let trace = trace_of(source);
    let tables = trace.tables();
    // Both tasks are made, and the main task has just given the loop back.
    let main_waits = trace.iter().position(|record| {
        matches!(record.event, Event::StepEnded { who: Subject::Task(task), .. } if task.index() == 0)
    });
    let board = trace.board_at(main_waits.expect("it waits") + 1);
    let (a, b) = (task_number(&board, &trace, "a"), task_number(&board, &trace, "b"));
    let ready: Vec<Subject> = board.ready().map(|entry| entry.who).collect();
    assert_eq!(ready, [Subject::Task(a), Subject::Task(b)]);
    let main = board.tasks().next().expect("there is a main task");
    assert_eq!(main.state, TaskState::Waiting(WaitOn::Task(a)));

    // The print: `a` sleeps two awaits deep.
    let printed = trace
        .iter()
        .position(|record| matches!(record.event, Event::Output { .. }));
    let board = trace.board_at(printed.expect("it prints") + 1);
    assert_eq!(board.running, Some(Subject::Task(b)));
    let view = board.task(a).expect("it lives");
    assert!(matches!(view.state, TaskState::Waiting(WaitOn::Timer(_))));
    let mut chain: Vec<(&str, &str)> = view
        .awaits()
        .map(|step| {
            let text = tables.get_name(tables.get_site(step.site).text);
            (tables.get_name(step.coroutine), text)
        })
        .collect();
    chain.sort();
    assert_eq!(chain, [("inner", "asyncio.sleep(2)"), ("outer", "inner()")]);
}

#[test]
fn an_exception_is_told_where_it_is_raised_and_when_it_leaves_the_task() {
    let source = "\
import asyncio
async def deep():
    raise ValueError('no')
async def job():
    await deep()
async def main():
    task = asyncio.create_task(job())
    try:
        await task
    except ValueError:
        pass
asyncio.run(main())
";
    let raised: Vec<String> = program_story(source)
        .into_iter()
        .filter(|line| line.contains(" raised "))
        .collect();
    assert_eq!(
        raised,
        [
            "0 raised exception=ValueError message=no line=3 how=raised task=2",
            "0 raised exception=ValueError message=no line=3 how=left-task task=2",
        ]
    );
}

#[test]
fn output_is_told_by_whole_lines_with_task_and_line() {
    let source = "print('a', end='')\nprint('b\\nc')\nprint('d', end='')\n";
    let output: Vec<String> = story(&trace_of(source))
        .into_iter()
        .filter(|line| line.contains("output"))
        .collect();
    assert_eq!(
        output,
        [
            "0 output stream=stdout line=2 text=ab",
            "0 output stream=stdout line=2 text=c",
            "0 output stream=stdout line=3 text=d",
        ]
    );
}

/// Lines and codes of what the lints have found, and the first sentence.
fn found(source: &str) -> Vec<(Code, u32, String)> {
    let trace = trace_of(source);
    let sentence =
        |d: &switchboard_trace::Diagnostic| english::diagnostic(d, &trace.board_at(d.step), trace.tables());
    check(&trace)
        .iter()
        .map(|d| (d.code, d.line.get(), sentence(d)))
        .collect()
}

#[test]
fn a_coroutine_that_nobody_awaits_is_found_at_its_call() {
    let source = "\
import asyncio
async def job():
    pass
def helper():
    return 1
async def main():
    print(helper(), job())
asyncio.run(main())
";
    let found = found(source);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0, found[0].1), (Code::NeverAwaited, 7));
    assert!(found[0].2.contains("'job'"), "{}", found[0].2);
}

#[test]
fn a_task_that_nobody_keeps_is_found_where_it_is_made() {
    let source = "\
import asyncio
async def job():
    await asyncio.sleep(1)
async def main():
    asyncio.create_task(job())
    kept = asyncio.create_task(job())
    await asyncio.sleep(2)
asyncio.run(main())
";
    let found = found(source);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0, found[0].1), (Code::TaskNotKept, 5));
}

#[test]
fn tasks_of_gather_task_groups_and_sets_are_kept() {
    let source = "\
import asyncio
async def job():
    await asyncio.sleep(1)
tasks = set()
async def main():
    for _ in range(2):
        tasks.add(asyncio.create_task(job()))
    await asyncio.gather(job(), job())
    await asyncio.create_task(job())
asyncio.run(main())
";
    assert_eq!(found(source), []);
}

/// The trace's bytes, when each slice has so many instructions.
fn bytes(source: &str, fuel: u64) -> Vec<String> {
    let recorder = Recorder::on(Limits::default());
    let options = Options {
        recorder: recorder.clone(),
        ..Options::default()
    };
    drive(&mut Session::new(source, options), fuel);
    jsonl(&recorder.take()).collect()
}

fn drive(session: &mut Session, fuel: u64) {
    loop {
        match session.advance(fuel) {
            Advance::Again => {}
            Advance::At(time) => session.vm.clock.advance_to(time),
            Advance::Finished => break,
        }
    }
}

const BUSY: &str = "\
import asyncio
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)
async def inner(n):
    Noisy(n)
    await asyncio.sleep(n / 10)
    total = sum(i * i for i in range(200))
    return [Noisy(n).name, total, Noisy(-n).name]
async def worker(n):
    for _ in range(3):
        print(n, await inner(n))
    raise ValueError(n)
async def numbers():
    for n in range(3):
        await asyncio.sleep(0)
        yield n
async def main():
    print(await asyncio.gather(*(worker(n) for n in range(4)), return_exceptions=True))
    async for n in numbers():
        print(n)
    task = asyncio.create_task(inner(50))
    await asyncio.sleep(1)
    task.cancel()
    inner(3)
    for i in range(20000):
        if i % 5000 == 0:
            print(i)
asyncio.run(main())
";

const THREADS: &str = "\
import asyncio, time
def work(n):
    total = sum(i for i in range(3000 * n))
    time.sleep(n / 100)
    print('worked', n, total)
    return total
async def ticks():
    for n in range(10):
        await asyncio.sleep(0.005)
        time.sleep(0.001)
        print('tick', n)
async def main():
    jobs = [asyncio.to_thread(work, n) for n in (3, 1, 2)]
    print(await asyncio.gather(ticks(), *jobs))
asyncio.run(main())
";

const ENDLESS: &str = "\
import asyncio
async def main():
    n = 0
    while True:
        n += 1
asyncio.run(main())
";

/// As [`bytes`], and the run may take so many instructions.
fn limited(source: &str, fuel: u64, instructions: u64) -> Vec<String> {
    let recorder = Recorder::on(Limits::default());
    let limits = switchboard_python::vm::Limits::default();
    limits.instructions.set(instructions);
    let options = Options {
        recorder: recorder.clone(),
        limits,
        ..Options::default()
    };
    drive(&mut Session::new(source, options), fuel);
    jsonl(&recorder.take()).collect()
}

#[test]
fn threads_run_the_same_way_however_they_are_sliced() {
    let whole = bytes(THREADS, u64::MAX / 2);
    let outputs = whole.iter().filter(|line| line.contains("output")).count();
    assert_eq!(outputs, 14, "{whole:#?}");
    for fuel in [3, 1000] {
        let sliced = bytes(THREADS, fuel);
        let differs = whole.iter().zip(&sliced).find(|(a, b)| a != b);
        assert_eq!(differs, None, "with slices of {fuel} instructions");
        assert_eq!(whole.len(), sliced.len());
    }
}

#[test]
fn a_limit_is_reached_at_the_same_instruction_however_the_run_is_sliced() {
    let whole = limited(ENDLESS, u64::MAX / 2, 100_000);
    assert!(
        whole
            .last()
            .is_some_and(|line| line.contains("\"how\":\"limit\"")),
        "{:?}",
        whole.last()
    );
    for fuel in [5, 1000] {
        assert!(
            whole == limited(ENDLESS, fuel, 100_000),
            "with slices of {fuel} instructions"
        );
    }
}

#[test]
fn the_same_program_gives_the_same_trace_however_it_is_sliced() {
    let whole = bytes(BUSY, u64::MAX / 2);
    assert!(whole.len() > 1000, "{} events", whole.len());
    assert_eq!(whole, bytes(BUSY, u64::MAX / 2), "a second run differs");
    for fuel in [1, 7, 1000, 4096] {
        let sliced = bytes(BUSY, fuel);
        let differs = whole.iter().zip(&sliced).find(|(a, b)| a != b);
        assert_eq!(differs, None, "with slices of {fuel} instructions");
        assert_eq!(whole.len(), sliced.len(), "with slices of {fuel} instructions");
    }
}

#[test]
fn only_what_closes_the_loop_is_made_by_no_line_of_the_program() {
    let trace = trace_of("import asyncio\nasyncio.run(asyncio.sleep(1))\n");
    let made = trace.iter().filter_map(|record| match record.event {
        Event::TaskMade { site, .. } => Some(trace.tables().get_site(site)),
        _ => None,
    });
    let made: Vec<_> = made
        .map(|site| (trace.tables().get_name(site.function), site.line.get()))
        .collect();
    assert_eq!(
        made,
        [
            ("sleep", 2),
            ("shutdown_asyncgens", 0),
            ("shutdown_default_executor", 0)
        ]
    );
}

#[test]
fn a_call_that_blocks_outside_of_tasks_is_told_of() {
    let story = story(&trace_of("import time\ntime.sleep(2)\nprint('late')\n"));
    assert_eq!(
        story,
        [
            "0 run-began",
            "0 blocking-began what=time.sleep until=2000000000",
            "2 blocking-ended",
            "2 output stream=stdout line=3 text=late",
            "2 run-ended how=finished",
        ]
    );
}
