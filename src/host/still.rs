//! Pictures of what is on screen, as files and on paper.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_still::{Still, Theme, View, handout, printed_frame};
use switchboard_trace::Trace;

use super::api::sentence;
use super::files;
use crate::session::{PanelId, Shown, State};

/// A picture of what is shown, as an SVG document.
#[inline(never)]
pub fn svg_of(shown: &Shown, view: View, theme: Theme) -> String {
    with_still(shown, |still| still.svg(view, theme))
}

/// Has the browser save a picture of what is shown as an SVG file.
#[inline(never)]
pub fn save_svg(shown: &Shown, view: View) {
    let svg = svg_of(shown, view, theme());
    files::save(&format!("{}.svg", file_name(view)), &svg, "image/svg+xml");
}

/// Has the browser save a picture of what is shown as a PNG file.
#[inline(never)]
pub fn save_png(shown: &Shown, view: View) {
    let svg = svg_of(shown, view, theme());
    files::save_png(&format!("{}.png", file_name(view)), &svg);
}

/// Whenever the page is printed, a hand-out of what is shown takes its place; in a frame, pictures of its panels.
pub fn watch_printing(state: Rc<RefCell<State>>) {
    files::watch_printing(move || {
        let (shown, panels) = {
            let state = state.borrow();
            (state.shown(), state.layout.framed.clone())
        };
        match panels.is_empty() {
            true => on_paper(&shown),
            false => in_a_frame(&shown, &panels),
        }
    });
}

#[inline(never)]
fn on_paper(shown: &Shown) -> String {
    let title = match shown.scenario.title.as_str() {
        "" => gloo_utils::document().title(),
        title => title.to_owned(),
    };
    with_still(shown, |still| handout(still, &title))
}

/// The panels that can be drawn, and what has just happened; the program, if none can be.
#[inline(never)]
fn in_a_frame(shown: &Shown, panels: &[PanelId]) -> String {
    let mut views: Vec<View> = panels
        .iter()
        .filter_map(|panel| View::named(panel.name()))
        .collect();
    if views.is_empty() {
        views.push(View::Code);
    }
    with_still(shown, |still| printed_frame(still, &views, &sentence(shown)))
}

fn with_still(shown: &Shown, draw: impl FnOnce(&Still<'_>) -> String) -> String {
    let nothing = Trace::new();
    let trace = shown.trace();
    draw(&Still {
        trace: trace.as_deref().unwrap_or(&nothing),
        board: &shown.board,
        labels: &shown.labels,
        lang: shown.lang,
        source: &shown.program.source,
    })
}

fn theme() -> Theme {
    if files::is_dark() {
        Theme::Dark
    } else {
        Theme::Light
    }
}

const fn file_name(view: View) -> &'static str {
    match view {
        View::Scene => "call-center",
        View::Queues => "event-loop",
        View::Timeline => "timeline",
        View::Code => "program",
    }
}
