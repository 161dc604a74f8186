//! Pictures of what is on screen, as files and on paper.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_still::{Still, Theme, View, handout};
use switchboard_trace::Trace;

use super::files;
use crate::session::{Shown, State};

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

/// Whenever the page is printed, a hand-out of what is shown takes its place.
pub fn watch_printing(state: Rc<RefCell<State>>) {
    files::watch_printing(move || {
        let shown = state.borrow().shown();
        let title = gloo_utils::document().title();
        with_still(&shown, |still| handout(still, &title))
    });
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
