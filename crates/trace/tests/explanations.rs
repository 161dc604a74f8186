//! Every event has its sentence.

mod common;

use common::random_trace;
use switchboard_trace::{
    Event, HandleId, Limits, NameId, ObjectId, Phase, Reason, Recorder, SiteId, StepEnd, Subject, TaskId,
    ThreadId, Time, Token, Trace, WaitOn, english,
};

/// An event of every kind of reason, thing waited for and ending.
fn every_case() -> Vec<Event> {
    let task = TaskId::from_index(0);
    let (handle, object, thread) = (
        HandleId::from_index(0),
        ObjectId::from_index(0),
        ThreadId::from_index(0),
    );
    let reasons = [
        Reason::FirstStep,
        Reason::Yield,
        Reason::Timer(handle),
        Reason::Future(object),
        Reason::Task(task),
        Reason::Gather(object),
        Reason::HandOver(object),
        Reason::Cancel(None),
        Reason::Thread(thread),
        Reason::Io(Token(1)),
        Reason::Waker,
    ];
    let waits = [
        WaitOn::Unnamed,
        WaitOn::Timer(handle),
        WaitOn::Future(object),
        WaitOn::Task(task),
        WaitOn::Group(object),
        WaitOn::Lock(object),
        WaitOn::Semaphore(object),
        WaitOn::Event(object),
        WaitOn::Condition(object),
        WaitOn::Barrier(object),
        WaitOn::QueueGet(object),
        WaitOn::QueuePut(object),
        WaitOn::QueueJoin(object),
        WaitOn::Thread(thread),
        WaitOn::Io(Token(1)),
    ];
    let (name, site) = (NameId::default(), SiteId::default());
    let mut events = vec![
        Event::RunBegan,
        Event::TaskMade {
            task,
            parent: Some(task),
            name,
            site,
        },
    ];
    for why in reasons {
        events.push(Event::TaskReadied { task, why });
        events.push(Event::StepBegan {
            who: Subject::Task(task),
        });
    }
    events.extend(waits.map(|on| Event::TaskWaits { task, on }));
    events.extend(
        [StepEnd::Done, StepEnd::Waits, StepEnd::Yielded].map(|how| Event::StepEnded {
            who: Subject::Task(task),
            how,
        }),
    );
    for (phase, until) in [
        (Phase::Bound, 0),
        (Phase::PollIo, 0),
        (Phase::PollIo, 7),
        (Phase::PollIo, u64::MAX),
        (Phase::DueTimers, 0),
        (Phase::RunReady, 0),
    ] {
        events.push(Event::PhaseBegan {
            phase,
            handles: 2,
            until: Time::from_nanos(until),
        });
    }
    events
}

#[test]
fn every_event_has_an_english_sentence_with_nothing_left_out() {
    let mut every = Trace::new();
    for event in every_case() {
        every.push(Time::ZERO, event);
    }
    for trace in [every, random_trace(1, 3_000)] {
        for index in 0..trace.len() {
            let explanation = trace.explain(index).expect("it is in the trace");
            assert!(
                english::template(explanation.key, explanation.case).is_some(),
                "{} {}",
                explanation.key,
                explanation.case
            );
            let sentence = english::explanation(&explanation, &trace.board_at(index), trace.tables());
            assert!(!sentence.contains(['{', '}']), "{sentence}");
        }
    }
}

#[test]
fn a_sentence_says_what_happened_and_why_now() {
    let recorder = Recorder::on(Limits::default());
    let (task, other) = (TaskId::from_index(0), TaskId::from_index(1));
    let site = SiteId::default();
    for (task, name) in [(task, "cook"), (other, "waiter")] {
        let name = recorder.name(name);
        recorder.record(Event::TaskMade {
            task,
            parent: None,
            name,
            site,
        });
    }
    recorder.record(Event::TaskReadied {
        task,
        why: Reason::Task(other),
    });
    recorder.record(Event::StepBegan {
        who: Subject::Task(task),
    });
    recorder.set_time(Time::from_nanos(500_000_000));
    recorder.record(Event::StepEnded {
        who: Subject::Task(task),
        how: StepEnd::Yielded,
    });
    let trace = recorder.take();
    let sentence = |index: usize| {
        let explanation = trace.explain(index).expect("it is in the trace");
        english::explanation(&explanation, &trace.board_at(index), trace.tables())
    };
    assert_eq!(
        sentence(2),
        "cook becomes ready: waiter, for which it waited, is done."
    );
    assert_eq!(sentence(3), "cook goes on, since waiter is done.");
    assert_eq!(
        sentence(4),
        "cook gives way, and stands at the end of the ready queue. It held the loop for 0.5 s."
    );
}
