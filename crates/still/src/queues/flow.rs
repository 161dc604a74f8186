//! Cards and words one after the other, in as many lines as they take.

use switchboard_trace::TaskId;
use switchboard_view::scene::Area;

use crate::Still;
use crate::card::{CardState, HEIGHT, block, card, writing};
use crate::measure::{fitted, width};
use crate::node::Node;

/// Something that stands in a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Card(TaskId, CardState),
    /// A callback.
    Slip(String),
    Word(String),
    Strong(String),
    /// A place in a queue, before who stands there.
    Place(usize),
}

/// Between two lines, and between two items.
const LINE: f64 = HEIGHT + 8.0;
const GAP: f64 = 8.0;

const SIZE: f64 = 12.5;

/// Draws items into a room of this place and width; gives where the next thing may begin.
pub fn flow(still: &Still<'_>, room: Area, items: &[Item], nodes: &mut Vec<Node>) -> f64 {
    let (mut x, mut y) = (room.x, room.y);
    for (index, item) in items.iter().enumerate() {
        // A place is not parted from who stands there.
        let next = match item {
            Item::Place(_) => items.get(index + 1),
            _ => None,
        };
        let needed = width_of(still, item) + next.map_or(0.0, |next| GAP + width_of(still, next));
        if x > room.x && x + needed > room.x + room.w {
            (x, y) = (room.x, y + LINE);
        }
        x += draw(still, item, x, y, nodes) + GAP;
    }
    y + LINE
}

fn width_of(still: &Still<'_>, item: &Item) -> f64 {
    match item {
        Item::Card(task, state) => card(*task, *state, 0.0, 0.0, still).1,
        Item::Slip(text) => width(&slip_text(text), SIZE, 400) + 16.0,
        Item::Word(text) => width(text, SIZE, 400),
        Item::Strong(text) => width(text, SIZE, 600),
        Item::Place(place) => width(&place.to_string(), SIZE, 400),
    }
}

fn slip_text(text: &str) -> String {
    fitted(text, 200.0, SIZE, 400)
}

/// Draws an item; how wide it is.
fn draw(still: &Still<'_>, item: &Item, x: f64, y: f64, nodes: &mut Vec<Node>) -> f64 {
    let base = y + 15.5;
    match item {
        Item::Card(task, state) => {
            let (node, width) = card(*task, *state, x, y, still);
            nodes.push(node);
            return width;
        }
        Item::Slip(text) => {
            let text = slip_text(text);
            let paper = Area {
                x,
                y,
                w: width_of(still, item),
                h: HEIGHT,
            };
            let edge = Area {
                y: y + HEIGHT - 1.5,
                h: 1.5,
                ..paper
            };
            nodes.push(block(paper, "var(--sunk)"));
            nodes.push(block(edge, "var(--line-strong)"));
            nodes.push(writing(x + 8.0, base, SIZE, "var(--ink)", &text).code().node());
        }
        Item::Word(text) => nodes.push(writing(x, base, SIZE, "var(--ink-2)", text).node()),
        Item::Strong(text) => nodes.push(writing(x, base, SIZE, "var(--ink)", text).bold().node()),
        Item::Place(place) => {
            nodes.push(writing(x, base, SIZE, "var(--ink-2)", &place.to_string()).node());
        }
    }
    width_of(still, item)
}
