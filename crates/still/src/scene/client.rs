//! A client: the figure, its name, and what it waits for.

use switchboard_i18n::{Lang, SceneMsg};
use switchboard_trace::Outcome;
use switchboard_view::Look;
use switchboard_view::scene::{Client, Hold, Pose, Queue, When};

use crate::measure::fitted;
use crate::node::{Fixed, Node, circle, fixed, group_at, point, text};

const HEAD: &str = "M0 -56A9.500 9.500 0 1 1 0 -37A9.500 9.500 0 1 1 0 -56Z";
const BODY: &str = "M-11.500 0C-12.500 0 -13 -1 -13 -2.500C-12.500 -9 -13.500 -13 -14 -18C-14.500 -28 -9.500 -34.500 0 -34.500C9.500 -34.500 14.500 -28 14 -18C13.500 -13 12.500 -9 13 -2.500C13 -1 12.500 0 11.500 0Z";

const FIGURE: &[Fixed] = &[
    ("ellipse", &["class", "rx", "ry"], &["shadow", "17", "3.500"]),
    ("path", &["class", "d"], &["body", BODY]),
    ("path", &["class", "d"], &["body", HEAD]),
];

const HANDSET: &[Fixed] = &[
    (
        "path",
        &["class", "d"],
        &["arm", "M11.500 -27L18.500 -22.500L13 -41"],
    ),
    (
        "path",
        &["class", "d"],
        &["handset", "M9 -53.500C15 -51 15 -43 8 -38.500"],
    ),
];

/// In which of two rows a name stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameRow {
    #[default]
    Upper,
    /// Where names are so long that every other stands lower.
    Lower,
}

impl NameRow {
    /// The row of the name of who stands at a place of a queue. The first stands lower, since beside it there is the
    /// name of who is on the line.
    #[must_use]
    pub fn of(place: usize, queue: &Queue) -> Self {
        if queue.is_staggered && !place.is_multiple_of(2) {
            Self::Lower
        } else {
            Self::Upper
        }
    }

    /// Its height.
    pub(super) const fn y(self) -> f64 {
        match self {
            Self::Upper => 18.0,
            Self::Lower => 31.0,
        }
    }
}

/// The state as style sheets know it.
#[must_use]
pub const fn state(pose: &Pose) -> &'static str {
    match pose {
        Pose::OnTheLine => "running",
        Pose::InQueue { .. } => "ready",
        Pose::OnHold(_) => "waiting",
        Pose::Leaving(_) => "done",
    }
}

/// The figure.
#[must_use]
pub fn figure(client: &Client) -> Vec<Node> {
    let mut parts = fixed(FIGURE);
    let pattern = Look::of(client.task).pattern;
    if pattern > 0 {
        let values = vec![
            Some("pattern".into()),
            Some(BODY.into()),
            Some(format!("url(#scene-pattern-{pattern})").into()),
        ];
        parts.push(Node::new("path", &["class", "d", "fill"], values));
    }
    if client.pose == Pose::OnTheLine {
        parts.extend(fixed(HANDSET));
    }
    parts
}

/// Between the desk and the first in the queue.
const ROOM_ON_THE_LINE: f64 = 130.0;

/// Narrower seats than this have smaller names.
const NARROW: f64 = 70.0;

/// What stands at a client, by where it is; where that is an egg timer, it stands by itself.
#[must_use]
pub fn written(client: &Client, row: NameRow, detail: &str, lang: Lang) -> Node {
    match &client.pose {
        Pose::OnTheLine => group_of_texts("written", 1).with([
            text(
                "name large",
                point(0.0, 19.0),
                fitted(&client.label, ROOM_ON_THE_LINE, 14.0, 600),
            ),
            text("quiet", point(0.0, 34.0), SceneMsg::OnTheLine.text(lang)),
        ]),
        Pose::InQueue { place, when, room } => group_of_texts("written", 2)
            .with(place_number(*place, *when, client.scale))
            .with([text(
                "name",
                point(0.0, row.y()),
                // Those at the picture's edge have less room.
                fitted(&client.label, room.min(2.0 * (client.at.x - 4.0)), 12.5, 600),
            )]),
        Pose::OnHold(hold) => on_hold(client, hold, detail),
        Pose::Leaving(how) => group_of_texts("written", 4).with([mark(*how, 0.0, -66.0)]),
    }
}

/// The place in the queue, in a circle over the head of who is so tall.
pub(super) fn place_number(place: usize, when: When, scale: f64) -> [Node; 2] {
    let y = -56.0 * scale - 11.6;
    let class = match when {
        When::ThisTurn => "place",
        When::NextTurn => "place next",
    };
    [
        circle(class, point(0.0, y), 8.5),
        text("place-number", point(0.0, y + 4.0), place.to_string()),
    ]
}

fn on_hold(client: &Client, hold: &Hold, detail: &str) -> Node {
    // Where two sit beside each other, names are smaller.
    let is_narrow = hold.width < NARROW;
    let (class, size, room) = if is_narrow {
        ("name narrow", 11.0, hold.width - 4.0)
    } else {
        ("name", 12.5, hold.width)
    };
    let label = fitted(&client.label, room, size, 600);
    let detail = hold.timer.is_none().then(|| {
        let detail = fitted(detail, hold.width, 11.5, 400);
        text("detail", point(20.0, -1.0), detail)
    });
    group_of_texts("written beside", 3)
        .with([text(class, point(20.0, -15.0), label)])
        .with(detail)
}

/// Texts that say nothing new to those who don't see the picture.
fn group_of_texts(class: &'static str, key: u64) -> Node {
    let values = vec![Some(class.into()), Some("true".into())];
    Node::new("g", &["class", "aria-hidden"], values).keyed(key)
}

/// How a client has ended: a tick, a cross, or a bar.
#[must_use]
pub fn mark(how: Outcome, x: f64, y: f64) -> Node {
    let (class, d) = match how {
        Outcome::Returned => ("mark returned", "M-3 0.300L-0.800 2.600L3.200 -2.400"),
        Outcome::Failed => (
            "mark failed",
            "M-2.600 -2.600L2.600 2.600M2.600 -2.600L-2.600 2.600",
        ),
        Outcome::Cancelled => ("mark cancelled", "M-3 0H3"),
    };
    let tick = Node::new("path", &["d"], vec![Some(d.into())]);
    group_at(class, point(x, y), [circle("", point(0.0, 0.0), 7.0), tick])
}
