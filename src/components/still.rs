//! A still of a run: its lanes, small enough for a card.

use switchboard_trace::{Event, Trace};
use switchboard_view::Look;
use switchboard_view::lanes::{Lanes, Run, State, View};
use yew::prelude::*;

const WIDTH: f64 = 240.0;
const LANE: f64 = 9.0;
const GAP: f64 = 3.0;

/// How many lanes there is room for.
const MOST_LANES: usize = 6;

/// How many lines there is room for.
const MOST_LINES: usize = 4;

/// The lanes of the first tasks.
pub fn still(trace: &Trace) -> Html {
    let mut lanes = Lanes::default();
    lanes.read(trace);
    let window = View::default().window(&lanes, WIDTH);
    let mut runs = Vec::new();
    let mut drawn = Vec::new();
    for (row, task) in lanes.rows().iter().take(MOST_LANES).enumerate() {
        let Some(lane) = lanes.of_task(*task) else {
            continue;
        };
        window.runs(lanes.axis(), lane, &mut runs);
        let y = row as f64 * (LANE + GAP);
        let stretches = runs
            .iter()
            .enumerate()
            .filter_map(|(key, run)| stretch(key, run, y));
        drawn.push(html! {
            <g key={ row } data-slot={ Look::of(*task).slot.to_string() }>{ for stretches }</g>
        });
    }
    if drawn.is_empty() {
        return printed(trace);
    }
    let height = MOST_LANES as f64 * (LANE + GAP) - GAP;
    html! { <svg class="still" viewBox={ format!("0 0 {WIDTH} {height}") }>{ for drawn }</svg> }
}

/// A program without tasks has no lanes: what it prints says more of it.
fn printed(trace: &Trace) -> Html {
    let lines = trace.iter_from(0).filter_map(|record| match record.event {
        Event::Output { text, .. } => Some(trace.tables().get_text(text)),
        _ => None,
    });
    let text: Vec<&str> = lines.take(MOST_LINES).collect();
    html! { <span class="still-text">{ text.join("\n") }</span> }
}

fn stretch(key: usize, run: &Run, y: f64) -> Option<Html> {
    let class = match run.state {
        State::Running => "running",
        State::Blocking => "blocking",
        State::Ready => "ready",
        State::Waiting(_) | State::Asleep => "waiting",
        State::Done(_) | State::Between => return None,
    };
    // Waiting is a line, so that it does not outshine what happens.
    let (top, height) = match run.state {
        State::Waiting(_) | State::Asleep => (y + LANE / 2.0 - 1.0, 2.0),
        _ => (y, LANE),
    };
    Some(html! {
        <rect
            { key }
            { class }
            x={ format!("{:.1}", run.from) }
            y={ format!("{top:.1}") }
            width={ format!("{:.1}", (run.to - run.from).max(1.5)) }
            height={ format!("{height:.1}") }
        />
    })
}
