//! Every view of every conformance program, at its beginning, in its middle and at its end.

use std::path::Path;

use switchboard_conformance::discover;
use switchboard_i18n::Lang;
use switchboard_python::{Advance, Options, Session};
use switchboard_still::{Still, Theme, View};
use switchboard_trace::{Limits, Recorder, Trace};
use switchboard_view::Labels;

const PROGRAMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/conformance");

/// All that happens in a program.
fn trace_of(source: &str) -> Trace {
    let recorder = Recorder::on(Limits::default());
    let limits = switchboard_python::vm::Limits::default();
    limits.instructions.set(50_000);
    let options = Options {
        limits,
        recorder: recorder.clone(),
        ..Options::default()
    };
    let mut session = Session::new(source, options);
    loop {
        match session.advance(100_000) {
            Advance::Again => {}
            Advance::At(time) => session.vm.clock.advance_to(time),
            Advance::Finished => return recorder.take(),
        }
    }
}

fn drawn(source: &str, trace: &Trace, step: usize, view: View, theme: Theme, lang: Lang) -> String {
    let mut labels = Labels::default();
    labels.read(trace);
    let still = Still {
        trace,
        board: &trace.board_at(step),
        labels: &labels,
        lang,
        source,
    };
    still.svg(view, theme)
}

/// A picture stands by itself: it is XML, and refers to nothing but its own parts.
fn check(svg: &str, what: &str) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{what}: {error}\n{svg}"));
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            !matches!(name, "script" | "style" | "foreignObject" | "image"),
            "{what}: <{name}>"
        );
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(
                !matches!(key, "class" | "style" | "href"),
                "{what}: {key}=\"{value}\""
            );
            for left in ["NaN", "inf", "var(", "color-mix", "calc("] {
                assert!(!value.contains(left), "{what}: {key}=\"{value}\"");
            }
            if let Some(id) = value
                .strip_prefix("url(#")
                .and_then(|rest| rest.strip_suffix(')'))
            {
                assert!(ids.contains(&id), "{what}: nothing is called {id}");
            }
        }
    }
}

#[test]
fn every_picture_of_every_program_stands_by_itself() {
    let programs = discover(Path::new(PROGRAMS)).expect("the suite");
    assert!(programs.len() > 100, "{} programs", programs.len());
    let langs = Lang::ALL.into_iter().cycle();
    for (program, lang) in programs.iter().zip(langs) {
        let Ok(source) = std::fs::read_to_string(&program.path) else {
            continue;
        };
        let trace = trace_of(&source);
        for step in [0, trace.len() / 2, trace.len()] {
            for view in View::ALL {
                let theme = if step == 0 { Theme::Dark } else { Theme::Light };
                let svg = drawn(&source, &trace, step, view, theme, lang);
                check(&svg, &format!("{} at {step}: {view:?}", program.id()));
            }
        }
    }
}

const NAMES: &str = "\
import asyncio
async def job():
    await asyncio.sleep(1)
async def main():
    await asyncio.gather(*[asyncio.create_task(job(), name=f'<b>&\"{n}\"</b>') for n in range(300)])
asyncio.run(main())
";

#[test]
fn names_and_programs_are_text_whatever_they_contain() {
    let trace = trace_of(NAMES);
    for view in View::ALL {
        for step in [trace.len() / 3, trace.len() / 2] {
            let svg = drawn(NAMES, &trace, step, view, Theme::Light, Lang::En);
            check(&svg, &format!("{view:?} at {step}"));
            assert!(!svg.contains("<b>"), "{view:?}");
            assert!(svg.contains("&lt;"), "{view:?}");
        }
    }
}

#[test]
fn a_crowd_is_counted_and_not_drawn() {
    let trace = trace_of(NAMES);
    for view in View::ALL {
        let svg = drawn(NAMES, &trace, trace.len() / 2, view, Theme::Light, Lang::En);
        assert!(svg.len() < 400_000, "{view:?} takes {} bytes", svg.len());
    }
}

const TWO: &str = "\
import asyncio
async def fetch(n):
    await asyncio.sleep(n)
async def main():
    await asyncio.gather(fetch(1), fetch(2))
asyncio.run(main())
";

/// The texts of a picture, one a line.
fn texts(view: View, theme: Theme, lang: Lang) -> Vec<String> {
    let trace = trace_of(TWO);
    let svg = drawn(TWO, &trace, trace.len() / 2, view, theme, lang);
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect()
}

#[test]
fn a_picture_says_what_the_page_says_in_the_language_that_is_asked_for() {
    let has = |view, lang, text: &str| {
        let texts = texts(view, Theme::Light, lang);
        assert!(texts.iter().any(|found| found == text), "{text} in {texts:?}");
    };
    has(View::Scene, Lang::En, "Another task");
    has(View::Scene, Lang::De, "Anderer Task");
    has(View::Timeline, Lang::Fr, "boucle");
    has(View::Timeline, Lang::En, "fetch(2)");
    has(View::Code, Lang::En, "fetch(2)");
    has(View::Queues, Lang::En, "fetch(2)");
}

#[test]
fn themes_differ_in_colours_alone() {
    for view in View::ALL {
        assert_eq!(
            texts(view, Theme::Light, Lang::En),
            texts(view, Theme::Dark, Lang::En)
        );
        let trace = trace_of(TWO);
        let draw = |theme| drawn(TWO, &trace, trace.len() / 2, view, theme, Lang::En);
        assert_ne!(draw(Theme::Light), draw(Theme::Dark), "{view:?}");
    }
}

#[test]
fn a_hand_out_holds_the_program_the_timeline_and_what_happened() {
    let trace = trace_of(TWO);
    let mut labels = Labels::default();
    labels.read(&trace);
    let still = Still {
        trace: &trace,
        board: &trace.board_at(trace.len()),
        labels: &labels,
        lang: Lang::En,
        source: "print('<&>')\n",
    };
    let markup = switchboard_still::handout(&still, "A & B");
    let markup = format!("<div>{markup}</div>");
    let document = roxmltree::Document::parse(&markup).expect("well-formed");
    let texts = |name: &str| {
        let nodes = document
            .descendants()
            .filter(|node| node.tag_name().name() == name);
        nodes
            .filter_map(|node| node.text().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts("h1"), ["A & B"]);
    assert_eq!(texts("h2"), ["Program", "Timeline", "Log"]);
    assert!(texts("code").contains(&"print('<&>')".to_owned()));
    assert!(texts("b").iter().any(|label| label == "fetch(2)"));
    let numbers: Vec<usize> = document
        .descendants()
        .filter_map(|node| node.attribute("value")?.parse().ok())
        .collect();
    assert!(numbers.len() > 20 && numbers.is_sorted(), "{numbers:?}");
    assert_eq!(numbers.last(), Some(&trace.len()));
}

#[test]
fn a_frame_on_paper_holds_its_pictures_and_what_has_just_happened() {
    let trace = trace_of(TWO);
    let mut labels = Labels::default();
    labels.read(&trace);
    let still = Still {
        trace: &trace,
        board: &trace.board_at(9),
        labels: &labels,
        lang: Lang::En,
        source: TWO,
    };
    let markup = switchboard_still::printed_frame(&still, &[View::Code, View::Queues], "a < b");
    let markup = format!("<div>{markup}</div>");
    let document = roxmltree::Document::parse(&markup).expect("well-formed");
    let named = |name: &str| {
        let nodes = document.descendants();
        let nodes = nodes.filter(|node| node.tag_name().name() == name);
        nodes
            .filter_map(|node| node.text().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(named("title"), ["Program", "Event loop"]);
    assert_eq!(named("p"), ["a < b"]);
}
