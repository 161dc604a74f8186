//! Slips of paper: callbacks in the queue, timers that nobody waits for, and the results of those who have left.

use switchboard_i18n::SceneMsg;
use switchboard_trace::{Fate, Subject};
use switchboard_view::scene::{Area, Notice, Point, Result, Scene, Slip};

use super::client::{NameRow, mark, place_number};
use super::spoken;
use crate::Still;
use crate::measure::fitted;
use crate::node::{Fixed, Node, fixed, moved, path, point, rect, text, translation, walking};

const CARD: &[Fixed] = &[
    ("path", &["class", "d"], &["card", "M-13 -36H9L13 -32V0H-13Z"]),
    ("path", &["class", "d"], &["fold", "M9 -36V-32H13"]),
    (
        "path",
        &["class", "d"],
        &["text", "M-8 -27H4M-8 -21H8M-8 -15H8M-8 -9H2"],
    ),
];

/// The card of the callback that runs.
#[must_use]
pub fn card_on_the_line(at: Point) -> Node {
    let style = format!("{} scale(1.5)", translation(point(at.x, at.y - 6.0)));
    walking("slip on-line", style, fixed(CARD))
}

/// A callback in the queue.
#[must_use]
pub fn slip(slip: &Slip, scene: &Scene, still: &Still<'_>) -> Node {
    let (key, label) = match slip.who {
        Subject::Callback(handle) => (
            u64::from(handle.number()),
            still.trace.tables().get_name(slip.label).to_owned(),
        ),
        Subject::Task(task) => (1 << 40 | u64::from(task.number()), still.label(task).to_string()),
    };
    let label = match label.as_str() {
        "" => SceneMsg::Callback.text(still.lang),
        label => last_word(label),
    };
    let class = match slip.fate {
        Fate::Runs => "slip",
        Fate::IsSkipped => "slip skipped",
    };
    let room = if scene.queue.is_staggered {
        scene.plan.queue.room_for_name()
    } else {
        scene.plan.queue.pitch
    };
    let name = point(0.0, NameRow::of(slip.place, &scene.queue).y());
    let strike = (slip.fate == Fate::IsSkipped).then(|| path("strike", "M-16 0L16 -40"));
    walking(
        class,
        translation(slip.at),
        [moved("", "translate(0 -4) scale(1.12)", fixed(CARD))],
    )
    .keyed(key)
    .with(strike)
    .with(place_number(slip.place, slip.when, scene.plan.queue.scale))
    .with([text("detail", name, fitted(label, room, 11.5, 400))])
}

/// `gather.<locals>._done_callback` is known by its last word.
fn last_word(label: &str) -> &str {
    label.rsplit('.').next().unwrap_or(label).trim_start_matches('_')
}

/// A timer that nobody waits for, without its egg timer: the card, and its name beside it.
#[must_use]
pub fn notice(notice: &Notice, still: &Still<'_>) -> [Node; 2] {
    let label = last_word(still.trace.tables().get_name(notice.label));
    let label = fitted(label, notice.width, 11.5, 400);
    [
        moved("", "translate(0 -5) scale(0.5)", fixed(CARD)),
        text("detail", point(20.0, -15.0), label),
    ]
}

/// So high are the slips of those who have left, and so far are they apart.
const RESULT: f64 = 29.0;
const PITCH: f64 = 32.0;

/// Where the slip of one who has left lies, the last first.
#[must_use]
pub fn result_at(index: usize, scene: &Scene) -> Point {
    let Area { x, y, .. } = scene.plan.gone;
    point(x + 8.0, y + 28.0 + PITCH * index as f64)
}

/// The slip of one who has left: its paper, and what stands on it.
#[must_use]
pub fn result(result: &Result, scene: &Scene, still: &Still<'_>) -> (Node, [Node; 3]) {
    let paper = Area {
        w: scene.plan.gone.w - 16.0,
        h: RESULT,
        ..Area::default()
    };
    let room = paper.w - 22.0 - 4.0;
    let value = spoken::result_text(result, still.trace, still.lang);
    let written = [
        mark(result.how, 10.0, 14.5),
        text("name", point(22.0, 12.0), fitted(&result.label, room, 12.5, 600)),
        text("detail", point(22.0, 25.0), fitted(&value, room, 11.5, 400)),
    ];
    (rect("slip", paper, 3.0), written)
}
