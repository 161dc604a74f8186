//! Scenario files: what is written is read as it was.

use proptest::prelude::*;
use switchboard_scenario::{
    Anchor, Attempt, Machine, Panel, Pin, Pinned, Question, Rate, Scenario, read_file, to_markdown,
};

/// Text that means nothing else in Markdown, but has all that a value of the front matter escapes.
fn texts() -> impl Strategy<Value = String> {
    "[a-zà-ü\"\\\\*:#' ]{0,20}"
}

fn pins() -> impl Strategy<Value = Pin> {
    let anchors = prop_oneof![
        any::<u64>().prop_map(Anchor::Step),
        any::<u32>().prop_map(Anchor::Line)
    ];
    let choices = (
        texts(),
        prop::collection::vec(texts(), 1..4),
        any::<prop::sample::Index>(),
    );
    let questions = prop_oneof![
        Just(Question::WhoIsNext),
        Just(Question::WhatIsPrinted),
        Just(Question::HowLong),
        choices.prop_map(|(text, choices, right)| {
            let right = u32::try_from(right.index(choices.len())).unwrap_or_default();
            Question::Choice { text, choices, right }
        }),
    ];
    let pinned = prop_oneof![
        Just(Pinned::Pause),
        "[^\u{0}]{0,20}".prop_map(Pinned::Note),
        questions.prop_map(Pinned::Question)
    ];
    (anchors, pinned).prop_map(|(anchor, what)| Pin { anchor, what })
}

fn attempts() -> impl Strategy<Value = Attempt> {
    let answers = prop::collection::vec(prop::collection::vec(0..u32::MAX, 0..4), 0..4);
    (answers, any::<u32>()).prop_map(|(answers, right)| Attempt { answers, right })
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(
        title in texts(),
        lines in prop::collection::vec("[a-z`'# ]{0,12}", 0..6),
        seed: u64,
        cost_ns: u64,
        rate in prop::option::of(1..1_000_000_u32),
        panels in prop::collection::vec(prop::sample::select(Panel::ALL.to_vec()), 0..8),
        step: u64,
        notes in "([a-zà-ü]{1,9}[ \n]?){0,5}",
        pins in prop::collection::vec(pins(), 0..4),
        attempt in prop::option::of(attempts()),
    ) {
        let scenario = Scenario {
            title,
            program: lines.iter().map(|line| format!("{line}\n")).collect(),
            machine: Machine { seed, cost_ns },
            rate: rate.map(Rate::Live),
            panels,
            step,
            notes: notes.trim().to_owned(),
            pins,
            attempt,
        };
        let text = to_markdown(&scenario);
        let read = read_file(&text).map(|document| document.scenario("en"));
        prop_assert_eq!(read, Ok(scenario), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(---|\n|pin: |```|python|title: \"|[a-z\"*: ]{0,5}){0,40}") {
        let _ = read_file(&text);
    }
}
