//! A run on paper: the program, its timeline, and all that happened, numbered.

use std::fmt::Write;

use switchboard_i18n::Msg;
use switchboard_i18n::sentences::{Piece, Sentence, Teller, moment};
use switchboard_trace::Event;

use crate::svg::escaped;
use crate::{Still, Theme, View};

/// More than this nobody reads on paper.
const MOST_SENTENCES: usize = 600;

/// The hand-out as HTML, to be printed by a page with the page's style sheets.
#[must_use]
pub fn handout(still: &Still<'_>, title: &str) -> String {
    let mut out = format!("<h1>{}</h1>", escaped(title));
    part(&mut out, Msg::Program.text(still.lang), |out| {
        out.push_str("<ol class=\"handout-program\">");
        for line in still.source.trim_end().split('\n') {
            // A string can't fail to be written to.
            let _ = write!(out, "<li><code>{}</code></li>", escaped(line));
        }
        out.push_str("</ol>");
    });
    if still.trace.is_empty() {
        return out;
    }
    part(&mut out, Msg::Timeline.text(still.lang), |out| {
        out.push_str(&still.svg(View::Timeline, Theme::Light));
    });
    part(&mut out, Msg::Log.text(still.lang), |out| log(out, still));
    out
}

/// What stands on paper where a frame with these views stands on screen, as HTML to be printed by the page in the frame:
/// pictures beside each other, and what has just happened.
#[must_use]
pub fn printed_frame(still: &Still<'_>, views: &[View], sentence: &str) -> String {
    let mut out = String::from("<div class=\"handout-pictures\">");
    for view in views {
        out.push_str(&still.svg(*view, Theme::Light));
    }
    let _ = write!(out, "</div><p>{}</p>", escaped(sentence));
    out
}

fn part(out: &mut String, title: &str, body: impl FnOnce(&mut String)) {
    let _ = write!(out, "<section><h2>{}</h2>", escaped(title));
    body(out);
    out.push_str("</section>");
}

/// The sentences up to the step. That a line was reached is told by what it does.
fn log(out: &mut String, still: &Still<'_>) {
    let teller = Teller {
        lang: still.lang,
        trace: still.trace,
        labels: still.labels,
    };
    let mut board = still.trace.board_at(0);
    let mut told = 0;
    let mut left_out = 0_usize;
    out.push_str("<ol class=\"handout-log\">");
    for step in 0..still.board.step {
        let Some(record) = still.trace.get(step) else {
            break;
        };
        if matches!(record.event, Event::LineReached { .. }) {
            continue;
        }
        if told == MOST_SENTENCES {
            left_out += 1;
            continue;
        }
        told += 1;
        board.advance(still.trace, step);
        let sentence = words(&teller.tell(&record, &board));
        let _ = write!(
            out,
            "<li value=\"{}\"><span>{}</span> {sentence}</li>",
            step + 1,
            moment(record.time)
        );
    }
    out.push_str("</ol>");
    if left_out > 0 {
        let _ = write!(out, "<p>+ {left_out}</p>");
    }
}

fn words(sentence: &Sentence) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Line(_, text) => escaped(text),
        Piece::Task(_, label) => format!("<b>{}</b>", escaped(label)),
        Piece::Code(code) => format!("<code>{}</code>", escaped(code)),
    };
    sentence.pieces.iter().map(piece).collect()
}
