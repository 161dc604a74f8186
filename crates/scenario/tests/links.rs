//! Links: what comes back, what they are bounded by, and that old ones open for ever.

#![cfg(feature = "deflate")]

use proptest::prelude::*;
use switchboard_scenario::{
    Anchor, Attempt, LinkError, MAX_LINK, MAX_PAYLOAD, Machine, Panel, Pin, Pinned, Question, Rate, Scenario,
    decode, encode, to_fragment,
};

/// A scenario that uses all there is.
fn full() -> Scenario {
    Scenario {
        title: "Drei Aufgaben – trois tâches".to_owned(),
        program: "import asyncio\n\nasyncio.run(asyncio.sleep(1))\n".to_owned(),
        machine: Machine { seed: 42, cost_ns: 0 },
        rate: Some(Rate::Live(500)),
        panels: vec![Panel::Scene, Panel::Code, Panel::Compare],
        step: 1234,
        notes: "Look at the *queue*.".to_owned(),
        pins: vec![
            Pin {
                anchor: Anchor::Step(10),
                what: Pinned::Pause,
            },
            Pin {
                anchor: Anchor::Line(3),
                what: Pinned::Note("Here it waits.".to_owned()),
            },
            Pin {
                anchor: Anchor::Step(20),
                what: Pinned::Question(Question::WhoIsNext),
            },
            Pin {
                anchor: Anchor::Step(0),
                what: Pinned::Question(Question::Choice {
                    text: "How many tasks?".to_owned(),
                    choices: vec!["1".to_owned(), "2".to_owned()],
                    right: 1,
                }),
            },
        ],
        attempt: None,
    }
}

/// The same, handed in.
fn handed_in() -> Scenario {
    Scenario {
        attempt: Some(Attempt {
            answers: vec![vec![1], vec![], vec![2, 0, 1]],
            right: 2,
        }),
        ..full()
    }
}

/// Links that version 1 has made. They are never changed; new ones may be added.
fn golden() -> [(&'static str, Scenario); 4] {
    [
        (FULL, full()),
        (HANDED_IN, handed_in()),
        ("1.Y2Ti4iwoyswr0TDU5LrAdEAQAA", Scenario::of_program("print(1)\n")),
        ("1.Y2BkYGQAAA", Scenario::default()),
    ]
}

const HANDED_IN: &str = "1.NcY9DgFBFADg92bWz06ChkbjlWyxQvQiUShcQTHkYYKdNTObzXbu4Aau4gaO4AwOoKH7FNJg6djQotgf9JYzet_uFJw1nsLzsTuyF-PUXHLrAmlfZTtjlfohdUU2_NufmfPhZDRSEpMIoSbhI-uRRKg3xCtu9rpra0-kA4UjU3ItuOAkjWcRKECJ7RU7JhOo1Cb4FLoCAITsrGxJF51VFLQ_-bnACU5RxRIRpAAUm2mr_wU";

const FULL: &str = "1.NcY9EsFAFADg93bjJyloqL2SFDGM0owxo1C4xDIPO5Fs7G4mk8a4gxu4ihs4ggtoHEBD94VIg5VlTctyf1Bbzul1vZG3Rjvyj_vuyE6ME50VxnpSrs532kTRD4kt8-Hf7sRcDCejUSQxDhAaEj6yGUiEZks8w3a_tzEmJeXJH5nic8klx0k4CyAClNhZs2XSniqlvUugJwBAyO7aVJSpvCavXOoWAic4xfn08v4C";

#[test]
fn links_of_version_1_open_for_ever() {
    for (link, scenario) in golden() {
        assert_eq!(decode(link), Ok(scenario), "{link}");
    }
}

#[test]
fn links_are_as_short_as_they_were() {
    for (link, scenario) in golden() {
        let now = encode(&scenario);
        assert!(now.len() <= link.len(), "{now}");
    }
}

#[test]
fn a_link_is_found_in_a_whole_address_with_spaces_around_it() {
    let fragment = encode(&full());
    for link in [
        fragment.clone(),
        format!("#{fragment}"),
        format!("https://a.example/b/?theme=dark#{fragment}"),
        format!("  #{fragment}\n"),
    ] {
        assert_eq!(decode(&link), Ok(full()), "{link}");
    }
}

#[test]
fn what_is_no_link_is_told_from_a_damaged_and_a_newer_one() {
    let fragment = encode(&full());
    let half = &fragment[..fragment.len() / 2];
    for (link, error) in [
        ("", LinkError::NoScenario),
        ("https://a.example/", LinkError::NoScenario),
        ("#chapter-2", LinkError::NoScenario),
        ("#g/three-downloads", LinkError::NoScenario),
        ("#1.", LinkError::NoScenario),
        ("#v1.abc", LinkError::NoScenario),
        ("#2.AAAA", LinkError::Newer),
        ("#1.!!!!", LinkError::Mangled),
        (half, LinkError::Mangled),
    ] {
        assert_eq!(decode(link), Err(error), "{link}");
    }
}

/// A link with these bytes in place of a list of fields, and their right checksum.
fn link_of(fields: &[u8]) -> String {
    let checksum = adler2::adler32_slice(fields).to_le_bytes();
    to_fragment(&miniz_oxide::deflate::compress_to_vec(
        &[fields, &checksum].concat(),
        10,
    ))
}

#[test]
fn the_text_of_a_program_is_no_link() {
    let long = "print(1)\n".repeat(MAX_LINK);
    for program in ["x = 1  #1. the first\n", "#1. Begin.\nprint(1)\n", &long] {
        assert_eq!(decode(program), Err(LinkError::NoScenario));
    }
}

#[test]
fn a_field_that_is_not_known_makes_a_link_newer() {
    // One field with the tag 100 and no bytes.
    assert_eq!(decode(&link_of(&[1, 100, 0])), Err(LinkError::Newer));
}

#[test]
fn a_link_that_would_take_much_memory_is_refused() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; 8 * MAX_PAYLOAD], 10);
    assert!(bomb.len() < MAX_LINK / 2);
    assert_eq!(decode(&to_fragment(&bomb)), Err(LinkError::TooLarge));
    assert_eq!(decode(&"1.A".repeat(MAX_LINK)), Err(LinkError::TooLarge));
}

#[test]
fn a_list_that_claims_to_be_long_takes_no_memory() {
    // 2^35 - 1 fields are said to follow, and none does.
    assert_eq!(
        decode(&link_of(&[0xff, 0xff, 0xff, 0xff, 0x7f])),
        Err(LinkError::Mangled)
    );
}

#[test]
fn a_program_of_40_lines_fits_into_1000_characters() {
    let program = include_str!("forty_lines.py");
    assert_eq!(program.lines().count(), 40);
    let link = format!(
        "https://switchboard.example/#{}",
        encode(&Scenario::of_program(program))
    );
    println!("{} characters for {} bytes of program", link.len(), program.len());
    assert!(link.len() <= 1000, "{}", link.len());
}

/// Changed links never panic, hang or open as something else. `SWITCHBOARD_MUTANTS` says how many are tried; a million if
/// it is not set.
#[test]
fn mutated_links_open_as_what_they_were_or_not_at_all() {
    let count = std::env::var("SWITCHBOARD_MUTANTS")
        .ok()
        .and_then(|text| text.parse().ok());
    let originals = [full(), Scenario::of_program(include_str!("forty_lines.py"))];
    let links = originals.each_ref().map(encode);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move |below: usize| {
        // Marsaglia's xorshift64.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap_or_default()
    };
    let mut opened = 0;
    for number in 0..count.unwrap_or(1_000_000) {
        let original = number % originals.len();
        let mut link = links[original].clone().into_bytes();
        for _ in 0..=random(3) {
            let at = random(link.len());
            match random(5) {
                0 => link.truncate(at),
                1 => drop(link.remove(at)),
                2 => link.insert(at, link[random(link.len())]),
                3 => link[at] = b"ABCDEFabcdef0123456789-_.#"[random(26)],
                _ => link[at] ^= 1 << random(7),
            }
            if link.is_empty() {
                break;
            }
        }
        let Ok(link) = String::from_utf8(link) else {
            continue;
        };
        if let Ok(scenario) = decode(&link) {
            assert_eq!(scenario, originals[original], "{link}");
            opened += 1;
        }
    }
    println!("{opened} of the mutants say what the link said");
}

fn rates() -> impl Strategy<Value = Option<Rate>> {
    prop_oneof![
        Just(None),
        Just(Some(Rate::Instant)),
        any::<u32>().prop_map(|rate| Some(Rate::Live(rate)))
    ]
}

fn pins() -> impl Strategy<Value = Pin> {
    let anchors = prop_oneof![
        any::<u64>().prop_map(Anchor::Step),
        any::<u32>().prop_map(Anchor::Line)
    ];
    let choices = (
        any::<String>(),
        prop::collection::vec(any::<String>(), 0..4),
        any::<u32>(),
    );
    let questions = prop_oneof![
        Just(Question::WhoIsNext),
        Just(Question::WhatIsPrinted),
        Just(Question::HowLong),
        choices.prop_map(|(text, choices, right)| Question::Choice { text, choices, right }),
    ];
    let pinned = prop_oneof![
        Just(Pinned::Pause),
        any::<String>().prop_map(Pinned::Note),
        questions.prop_map(Pinned::Question)
    ];
    (anchors, pinned).prop_map(|(anchor, what)| Pin { anchor, what })
}

proptest! {
    #[test]
    fn every_scenario_comes_back(
        title: String,
        program: String,
        seed: u64,
        cost_ns: u64,
        rate in rates(),
        panels in prop::collection::vec(prop::sample::select(Panel::ALL.to_vec()), 0..8),
        step: u64,
        notes: String,
        pins in prop::collection::vec(pins(), 0..4),
        answers in prop::option::of(prop::collection::vec(prop::collection::vec(any::<u32>(), 0..4), 0..4)),
        right: u32,
    ) {
        let attempt = answers.map(|answers| Attempt { answers, right });
        let machine = Machine { seed, cost_ns };
        let scenario = Scenario { title, program, machine, rate, panels, step, notes, pins, attempt };
        prop_assert_eq!(decode(&encode(&scenario)), Ok(scenario));
    }
}
