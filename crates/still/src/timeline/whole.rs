//! The timeline as a picture of its own, with everything in sight and a key to what waits for what.

use switchboard_i18n::{Msg, TimelineMsg};
use switchboard_view::lanes::{Lanes, State, View, Wait};

use super::brush::{Brush, Pattern, Tone};
use super::layout::{AXIS, Layout};
use super::paint::{Future, GAP, NAMES, Picture};
use super::pen::Pen;
use crate::node::{Node, group, moved, number};
use crate::{Still, Theme, svg};

const WIDTH: f64 = 960.0;
const MARGIN: f64 = 12.0;
const ROW: f64 = 26.0;

/// More lanes than this can't be told apart on paper.
const MOST_ROWS: usize = 40;

/// The height of the line below the axis.
const KEYS: f64 = 24.0;

/// The picture as an SVG document.
#[must_use]
pub fn svg(still: &Still<'_>, theme: Theme) -> String {
    let mut lanes = Lanes::default();
    lanes.read(still.trace);
    let rows = lanes.rows().len().min(MOST_ROWS);
    let pen = Pen::default();
    pen.alpha(1.0);
    pen.font(600, 13.0);
    let named = lanes.rows().iter().take(rows);
    let widest = named
        .map(|task| pen.width(&still.label(*task)))
        .fold(0.0, f64::max);
    let names = (widest + GAP).ceil().clamp(NAMES.0, NAMES.1);
    let height = ROW * (rows + 1) as f64 + AXIS;
    let layout = Layout::new(WIDTH, height, names, rows, 0.0);
    let step = u32::try_from(still.board.step).unwrap_or(u32::MAX);
    Picture {
        brush: &pen,
        layout,
        lanes: &lanes,
        window: &View::default().window(&lanes, layout.plot()),
        still,
        lit: [None, None],
        playhead: lanes.axis().place(step, still.board.time.as_nanos()),
        future: Future::Faint,
        hovered: None,
    }
    .draw();
    draw_keys(&pen, still, &lanes, layout.content_height());
    let (width, height) = (
        WIDTH + 2.0 * MARGIN,
        layout.content_height() + KEYS + 2.0 * MARGIN,
    );
    let transform = format!("translate({} {})", number(MARGIN), number(MARGIN));
    let picture = Node::new("svg", &[], Vec::new()).with([moved("", transform, pen.into_nodes())]);
    svg::document(
        &group("", [picture]),
        width,
        height,
        Msg::Timeline.text(still.lang),
        theme,
    )
}

/// What the colours and patterns mean, as far as there are any; and how many lanes are left out.
fn draw_keys(pen: &Pen, still: &Still<'_>, lanes: &Lanes, y: f64) {
    let lang = still.lang;
    let has = |is_kind: &dyn Fn(State) -> bool| {
        let tasks = lanes.rows().iter().filter_map(|task| lanes.of_task(*task));
        tasks
            .flat_map(|lane| lane.segments())
            .any(|segment| is_kind(segment.state))
    };
    let middle = y + KEYS / 2.0 + 4.0;
    let mut x = 0.0;
    pen.font(400, 12.0);
    let left_out = lanes.rows().len().saturating_sub(MOST_ROWS);
    if left_out > 0 {
        let text = TimelineMsg::MoreLanes.with(lang, &[&left_out.to_string()]);
        pen.color(Tone::Ink);
        pen.text(&text, x, middle);
        x += pen.width(&text) + 24.0;
    }
    let mut key = |swatch: &dyn Fn(f64), msg: TimelineMsg| {
        swatch(x);
        pen.color(Tone::FaintInk);
        pen.text(msg.text(lang), x + 22.0, middle);
        x += 22.0 + pen.width(msg.text(lang)) + 16.0;
    };
    let top = middle - 5.0;
    if has(&|state| state == State::Running) {
        let swatch = |x: f64| {
            // Three tasks' colours, since running has that of each.
            for slot in 0..3 {
                pen.color(Tone::Task(slot));
                pen.rect(x + 5.0 * f64::from(slot), top, 5.0, 10.0);
            }
        };
        key(&swatch, TimelineMsg::Running);
    }
    if has(&|state| state == State::Ready) {
        let swatch = |x: f64| {
            pen.color(Tone::Amber);
            pen.rect(x, top, 15.0, 10.0);
        };
        key(&swatch, TimelineMsg::Ready);
    }
    if has(&|state| state == State::Blocking) {
        let swatch = |x: f64| {
            pen.pattern(Pattern::Blocking);
            pen.rect(x, top, 15.0, 10.0);
            pen.color(Tone::Danger);
            pen.outline(x, top, 15.0, 10.0);
        };
        key(&swatch, TimelineMsg::Blocking);
    }
    let waits = [
        (Wait::Timer, TimelineMsg::KeyTimer),
        (Wait::Task, TimelineMsg::KeyTask),
        (Wait::Lock, TimelineMsg::KeyLock),
        (Wait::Queue, TimelineMsg::KeyQueue),
        (Wait::Io, TimelineMsg::KeyIo),
        (Wait::Other, TimelineMsg::Waiting),
    ];
    for (wait, msg) in waits {
        if has(&|state| state == State::Waiting(wait)) {
            let swatch = |x: f64| {
                pen.color(Tone::Sunk);
                pen.rect(x, top, 15.0, 10.0);
                pen.pattern(Pattern::Wait(wait));
                pen.rect(x, top, 15.0, 10.0);
                pen.color(Tone::StrongLine);
                pen.outline(x, top, 15.0, 10.0);
            };
            key(&swatch, msg);
        }
    }
}
