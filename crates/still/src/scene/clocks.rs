//! What shows the time: the clock on the desk and the egg timers.

use std::f64::consts::TAU;

use switchboard_i18n::sentences::time_left;
use switchboard_trace::Time;
use switchboard_view::scene::Point;

use crate::node::{Fixed, Node, circle, fixed, group, group_at, number, point, text};

/// The radius of an egg timer's ring, and where its middle is above the feet of who has it.
const RING: f64 = 14.5;
const MIDDLE: f64 = -14.0;

/// A ring that runs down, and what is left.
#[must_use]
pub fn egg_timer(set: Time, due: Time, now: Time) -> Node {
    let left = due.since(now);
    let whole = due.since(set).max(1);
    let share = (left as f64 / whole as f64).min(1.0);
    let length = TAU * RING;
    let ring = Node::new(
        "circle",
        &["class", "cy", "r", "transform", "stroke-dasharray"],
        vec![
            Some("left".into()),
            Some(number(MIDDLE).into()),
            Some(number(RING).into()),
            Some(format!("rotate(-90 0 {MIDDLE})").into()),
            Some(format!("{:.1} {length:.1}", share * length).into()),
        ],
    );
    group(
        "egg-timer",
        [
            circle("ring", point(0.0, MIDDLE), RING),
            ring,
            text("detail", point(20.0, -1.0), time_left(left)),
        ],
    )
}

const TICK: &[&str] = &["class", "y1", "y2", "transform"];
const CASE: &[Fixed] = &[
    ("path", &["class", "d"], &["foot", "M-9 19L-5 12H5L9 19Z"]),
    ("circle", &["class", "r"], &["case", "16.500"]),
    ("circle", &["class", "r"], &["face", "14"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(0)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(30)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(60)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(90)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(120)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(150)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(180)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(210)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(240)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(270)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(300)"]),
    ("line", TICK, &["tick", "-13", "-11", "rotate(330)"]),
];
const PIN: Fixed = ("circle", &["class", "r"], &["pin", "1.800"]);

/// The clock on the desk: its hand goes round once a second, the short one once a minute.
#[must_use]
pub fn clock(at: Point, now: Time) -> Node {
    let seconds = now.as_secs();
    let hand = |turns: f64, class: &'static str, length: &'static str| {
        let values = vec![
            Some(class.into()),
            Some(length.into()),
            Some(format!("rotate({:.1})", turns.fract() * 360.0).into()),
        ];
        Node::new("line", &["class", "y2", "transform"], values)
    };
    group_at("desk-clock", at, fixed(CASE)).with([
        hand(seconds / 60.0, "short", "-7"),
        hand(seconds, "long", "-10.500"),
        Node::fixed(&PIN),
    ])
}
