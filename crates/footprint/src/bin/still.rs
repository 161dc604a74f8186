//! Pictures: a step of a run as SVG, in every view.

use std::hint::black_box;

use switchboard_i18n::Lang;
use switchboard_still::{Still, Theme, View};
use switchboard_trace::{Board, Trace};
use switchboard_view::Labels;

fn main() {
    let still = Still {
        trace: &black_box(Trace::new()),
        board: &Board::default(),
        labels: &Labels::default(),
        lang: black_box(Lang::En),
        source: black_box("print('hello')"),
    };
    for view in View::ALL {
        black_box(still.svg(view, Theme::Light));
    }
}
