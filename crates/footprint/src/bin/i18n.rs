//! Sentences in three languages: each event of a trace is told.

use std::hint::black_box;

use switchboard_i18n::Lang;
use switchboard_i18n::sentences::Teller;
use switchboard_trace::{Board, Trace};
use switchboard_view::Labels;

fn main() {
    let trace = black_box(Trace::new());
    let labels = Labels::default();
    for lang in Lang::ALL {
        let teller = Teller {
            lang,
            trace: &trace,
            labels: &labels,
        };
        for record in trace.iter() {
            black_box(teller.tell(&record, &Board::default()));
        }
    }
}
