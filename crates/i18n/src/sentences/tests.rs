//! Sentences of small traces.

use switchboard_trace::{HandleId, ObjectKind, Site, StepEnd, U24};

use switchboard_trace::Code;

use super::*;

#[test]
fn a_sentence_begins_with_a_capital_letter_of_any_alphabet() {
    for (sentence, capital) in [
        ("each has a turn", "Each has a turn"),
        ("étape 3", "Étape 3"),
        ("ßa", "SSa"),
        ("3 tasks", "3 tasks"),
        ("", ""),
    ] {
        assert_eq!(capitalized(sentence.to_owned()), capital);
    }
}

#[test]
fn every_sentence_is_found_by_its_event_and_case() {
    for sentences in [en::SENTENCES, fr::SENTENCES, de::SENTENCES] {
        for (key, case, sentence) in sentences {
            assert_eq!(find(sentences, key, case), *sentence, "{key} {case}");
        }
    }
}

/// How a run that ends with this exception is told of.
fn told_end(lang: Lang, exception: &str, message: &str) -> String {
    let mut trace = Trace::new();
    let end = Event::RunEnded {
        how: RunEnd::Failed,
        exception: trace.tables_mut().name(exception),
        message: trace.tables_mut().text(message),
    };
    trace.push(Time::ZERO, end);
    told(&trace, lang, 0)
}

/// The sentence of an event.
fn told(trace: &Trace, lang: Lang, at: usize) -> String {
    let labels = Labels::default();
    let teller = Teller {
        lang,
        trace,
        labels: &labels,
    };
    let told = trace
        .get(at)
        .map(|record| teller.tell(&record, &trace.board_at(at)));
    let text = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Code(text) | Piece::Line(_, text) => text.clone(),
        Piece::Task(_, label) => label.to_string(),
    };
    told.unwrap_or_default().pieces.iter().map(text).collect()
}

/// A place in the program.
fn in_program() -> Site {
    Site {
        line: U24::new(3),
        ..Site::default()
    }
}

/// A trace of these events, all at the beginning.
fn trace_of(mut trace: Trace, events: impl IntoIterator<Item = Event>) -> Trace {
    events.into_iter().for_each(|event| trace.push(Time::ZERO, event));
    trace
}

#[test]
fn a_task_that_is_made_with_a_name_is_told_of_by_it() {
    let mut trace = Trace::new();
    let name = trace.tables_mut().name("painter");
    let task = TaskId::from_index(0);
    trace.push(
        Time::ZERO,
        Event::TaskMade {
            task,
            parent: None,
            name,
            site: switchboard_trace::SiteId::default(),
        },
    );
    let labels = Labels::default();
    let teller = Teller {
        lang: Lang::En,
        trace: &trace,
        labels: &labels,
    };
    let told = trace
        .get(0)
        .map(|record| teller.tell(&record, &trace.board_at(0)));
    let pieces = told.unwrap_or_default().pieces;
    assert!(
        pieces.contains(&Piece::Task(task, "painter".into())),
        "{pieces:?}"
    );
}

/// The sentences of a run in which `main` waits by this function for a group of tasks that ends by `op`.
fn told_end_of_several(function: &str, op: ObjectOp) -> [String; 2] {
    let (task, object) = (TaskId::from_index(0), ObjectId::from_index(0));
    let mut trace = Trace::new();
    let tables = trace.tables_mut();
    let (name, site) = (tables.name(function), tables.site(in_program()));
    let who = Subject::Task(task);
    let events = [
        Event::TaskMade {
            task,
            parent: None,
            name: NameId::default(),
            site,
        },
        Event::StepBegan { who },
        Event::ObjectMade {
            object,
            kind: ObjectKind::Group,
            name,
            value: 2,
        },
        Event::AwaitEntered {
            task,
            depth: 0,
            site,
            coroutine: NameId::default(),
        },
        Event::StepEnded {
            who,
            how: StepEnd::Waits,
        },
        Event::ObjectChanged {
            object,
            op,
            by: None,
            value: 0,
        },
        Event::TaskReadied {
            task,
            why: Reason::Gather(object),
        },
        Event::StepBegan { who },
    ];
    let trace = trace_of(trace, events);
    [6, 7].map(|at| told(&trace, Lang::En, at))
}

#[test]
fn waiting_for_several_ends_when_all_are_done_or_one_has_failed_or_some_are_enough() {
    for (function, op, words) in [
        ("gather", ObjectOp::Resolved, "all that it waited for is done"),
        (
            "gather",
            ObjectOp::Failed,
            "one of those for which it waited has failed",
        ),
        ("wait", ObjectOp::Resolved, "its wait for several is over"),
    ] {
        let told = told_end_of_several(function, op);
        assert!(told.iter().all(|sentence| sentence.contains(words)), "{told:?}");
    }
}

#[test]
fn a_timer_that_the_loop_was_too_busy_for_is_told_to_be_late() {
    let handle = HandleId::from_index(0);
    let (due, label) = (Time::from_nanos(200_000_000), NameId::default());
    let mut trace = Trace::new();
    trace.push(Time::ZERO, Event::TimerSet { handle, due, label });
    let mut late = trace.clone();
    trace.push(Time::from_nanos(200_100_000), Event::TimerFired { handle });
    assert!(!told(&trace, Lang::En, 1).contains("only now"));
    late.push(Time::from_nanos(750_000_000), Event::TimerFired { handle });
    assert!(told(&late, Lang::En, 1).contains("only now, at 0.75"));
}

#[test]
fn a_callback_that_cancels_a_task_is_named() {
    let (task, handle) = (TaskId::from_index(0), HandleId::from_index(0));
    let mut trace = Trace::new();
    let label = trace.tables_mut().name("Timeout._on_timeout");
    let events = [
        Event::TimerSet {
            handle,
            due: Time::ZERO,
            label,
        },
        Event::TimerFired { handle },
        Event::StepBegan {
            who: Subject::Callback(handle),
        },
        Event::CancelRequested {
            task,
            by: None,
            message: TextId::default(),
        },
    ];
    let trace = trace_of(trace, events);
    assert!(told(&trace, Lang::En, 3).starts_with("Callback 1 (Timeout._on_timeout) asks task 1 to cancel."));
}

#[test]
fn a_callback_that_takes_no_time_is_just_over() {
    let who = Subject::Callback(HandleId::from_index(0));
    let mut trace = trace_of(Trace::new(), [Event::StepBegan { who }]);
    let how = StepEnd::Done;
    let mut long = trace.clone();
    trace.push(Time::ZERO, Event::StepEnded { who, how });
    assert_eq!(told(&trace, Lang::En, 1), "Callback 1 is over.");
    long.push(Time::from_nanos(500), Event::StepEnded { who, how });
    assert!(told(&long, Lang::En, 1).ends_with("500\u{a0}ns."));
}

#[test]
fn a_program_without_memory_is_told_which_limit_it_has_reached() {
    for (lang, word) in [
        (Lang::En, "memory"),
        (Lang::Fr, "mémoire"),
        (Lang::De, "Speicher"),
    ] {
        assert!(told_end(lang, "MemoryError", "").contains(word), "{lang:?}");
        assert!(
            !told_end(lang, "MemoryError", "its own").contains(word),
            "{lang:?}"
        );
        assert!(!told_end(lang, "KeyError", "").contains(word), "{lang:?}");
    }
}

#[test]
fn every_lint_has_its_sentence_in_every_language() {
    let trace = Trace::new();
    let labels = Labels::default();
    for lang in Lang::ALL {
        let teller = Teller {
            lang,
            trace: &trace,
            labels: &labels,
        };
        for code in Code::ALL {
            assert_ne!(teller.template("lint", code.word()), "", "{lang:?} {code:?}");
        }
    }
}
