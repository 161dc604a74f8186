//! What the recorder keeps when there is too much.

use switchboard_trace::{
    Event, Limits, Line, LineWindow, Recorder, Stream, Subject, TaskId, Time, jsonl, perfetto,
};

fn step(recorder: &Recorder, lines: std::ops::Range<u64>) {
    let task = TaskId::from_index(0);
    recorder.record(Event::StepBegan {
        who: Subject::Task(task),
    });
    for instruction in lines {
        recorder.line(|| (Time::ZERO, Some(task)), Line::new(5), instruction);
    }
}

fn seen(recorder: &Recorder) -> Vec<String> {
    let trace = recorder.take();
    let word = |event: Event| match event {
        Event::LineReached { instruction, .. } => format!("line at {instruction}"),
        Event::LinesSkipped { count, from } => format!("{count} skipped from {from}"),
        other => other.name().to_owned(),
    };
    trace.iter().map(|record| word(record.event)).collect()
}

#[test]
fn lines_beyond_a_steps_budget_are_counted_and_everything_else_is_kept() {
    let recorder = Recorder::on(Limits {
        lines_per_step: 2,
        ..Limits::default()
    });
    step(&recorder, 0..1_000_000);
    step(&recorder, 2_000_000..2_000_001);
    assert_eq!(
        seen(&recorder),
        [
            "step-began",
            "line at 0",
            "line at 1",
            "999998 skipped from 2",
            "step-began",
            "line at 2000000"
        ]
    );
}

#[test]
fn lines_beyond_the_runs_budget_are_counted() {
    let recorder = Recorder::on(Limits {
        lines_in_all: 1,
        ..Limits::default()
    });
    step(&recorder, 0..3);
    step(&recorder, 3..5);
    recorder.record(Event::RunBegan);
    assert_eq!(
        seen(&recorder),
        [
            "step-began",
            "line at 0",
            "2 skipped from 1",
            "step-began",
            "2 skipped from 3",
            "run-began"
        ]
    );
}

#[test]
fn a_second_execution_brings_back_exactly_the_lines_of_a_window() {
    let limits = Limits {
        window: LineWindow::Exactly(500..503),
        lines_per_step: 1,
        ..Limits::default()
    };
    let recorder = Recorder::on(limits);
    step(&recorder, 0..1_000);
    let lines: Vec<_> = seen(&recorder)
        .into_iter()
        .filter(|line| line.starts_with("line"))
        .collect();
    assert_eq!(lines, ["line at 500", "line at 501", "line at 502"]);
}

#[test]
fn a_full_recorder_counts_what_it_drops_and_still_keeps_output() {
    let recorder = Recorder::on(Limits {
        events: 5_000,
        ..Limits::default()
    });
    (0..20_000).for_each(|turn| recorder.record(Event::TurnBegan { turn }));
    assert!(recorder.is_full());
    let text = recorder.text("hello\n");
    recorder.record(Event::Output {
        task: None,
        stream: Stream::Out,
        line: Line::new(1),
        text,
    });
    let kept = seen(&recorder);
    assert_eq!(kept.len() as u64 + recorder.dropped(), 20_001);
    assert!((5_000..10_000).contains(&kept.len()), "{}", kept.len());
    assert_eq!(kept.last().map(String::as_str), Some("output"));
}

#[test]
fn a_recorder_that_is_off_keeps_nothing() {
    let recorder = Recorder::off();
    recorder.record(Event::RunBegan);
    assert_eq!(recorder.name("x"), Default::default());
    assert!(recorder.take().is_empty());
}

#[test]
fn exports_escape_what_json_must_escape() {
    let recorder = Recorder::on(Limits::default());
    let text = recorder.text("say \"hi\"\\\n\u{1}é\u{2028}");
    recorder.record(Event::Output {
        task: Some(TaskId::from_index(0)),
        stream: Stream::Err,
        line: Line::new(2),
        text,
    });
    let trace = recorder.take();
    let lines: Vec<_> = jsonl(&trace).collect();
    assert_eq!(
        lines,
        [concat!(
            r#"{"step":0,"t":0,"event":"output","stream":"stderr","line":2,"#,
            r#""text":"say \"hi\"\\\n\u0001é\u2028","task":1}"#
        )]
    );
    let document = perfetto(&trace);
    assert!(
        document.contains(r#""ph":"i""#) && document.ends_with("\n]}"),
        "{document}"
    );
}

#[test]
fn a_recorder_is_full_when_names_and_texts_take_too_many_bytes() {
    let recorder = Recorder::on(Limits {
        bytes: 1 << 20,
        ..Limits::default()
    });
    // Whether it is full is looked at every few thousand events.
    for _ in 0..20_000 {
        let _ = recorder.fresh_name(&"a name that is not short ".repeat(10));
        recorder.record(Event::RunBegan);
    }
    assert!(recorder.is_full());
    let trace = recorder.take();
    assert!(trace.len() < 20_000);
}

#[test]
fn names_are_cut_at_a_character() {
    let recorder = Recorder::on(Limits::default());
    let name = recorder.name(&"é".repeat(100_000));
    let trace = recorder.take();
    assert_eq!(trace.tables().get_name(name), "é".repeat(500));
}
