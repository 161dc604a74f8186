//! Writes what an executor did as short lines, to compare exactly.

#![allow(dead_code, reason = "each test file uses a part")]

use switchboard_executor::{Executor, Recorder, Subject};
use switchboard_trace::{Event, Limits, Phase};

/// An executor with its trace on.
pub fn traced() -> Executor {
    Executor::new(Recorder::on(Limits::default()))
}

/// All events so far, one line each; phases are left out where they say nothing.
pub fn events(executor: &Executor) -> Vec<String> {
    let trace = executor.recorder().trace().expect("the recorder is on");
    trace.iter().filter_map(|record| line(&record.event)).collect()
}

/// As [`events`], without the turns and phases.
pub fn steps(executor: &Executor) -> Vec<String> {
    let all = events(executor).into_iter();
    all.filter(|line| !line.starts_with("turn") && !line.starts_with("phase"))
        .collect()
}

fn line(event: &Event) -> Option<String> {
    let line = match event {
        Event::TurnBegan { turn } => format!("turn {turn}"),
        Event::TurnEnded { .. } => return None,
        Event::PhaseBegan {
            phase: Phase::RunReady,
            handles,
            ..
        } => format!("phase run {handles}"),
        Event::PhaseBegan {
            phase: Phase::PollIo,
            until,
            ..
        } => format!("phase poll until {until:?}"),
        Event::PhaseBegan { .. } => return None,
        Event::StepBegan { who } => format!("begin {}", subject(who)),
        Event::StepEnded { who, how } => format!("end {} {how:?}", subject(who)),
        Event::TaskMade { task, .. } => format!("made t{}", task.number()),
        Event::TaskReadied { task, why } => format!("ready t{} {why:?}", task.number()),
        Event::TaskWaits { task, on } => format!("waits t{} {on:?}", task.number()),
        Event::TaskDone { task, how, .. } => format!("done t{} {how:?}", task.number()),
        Event::CallbackReadied { handle, .. } => format!("ready c{}", handle.number()),
        Event::TimerSet { handle, due, .. } => format!("set c{} {due:?}", handle.number()),
        Event::TimerFired { handle } => format!("fired c{}", handle.number()),
        Event::HandleCancelled { handle } => format!("cancelled c{}", handle.number()),
        Event::IoReady { token, handle } => format!("io {} c{}", token.0, handle.number()),
        Event::BlockingBegan { until, .. } => format!("blocking until {until:?}"),
        Event::BlockingEnded { .. } => "blocking ended".into(),
        other => format!("{other:?}"),
    };
    Some(line)
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Task(task) => format!("t{}", task.number()),
        Subject::Callback(handle) => format!("c{}", handle.number()),
    }
}
