//! What is said, in a balloon at who says it.

use switchboard_i18n::{Lang, SceneMsg};
use switchboard_view::Look;
use switchboard_view::scene::{Area, Scene, Speaker, wrap};

use super::spoken;
use crate::Still;
use crate::measure;
use crate::node::{Node, group, number, path, point, rect, text};

/// How large what is said is written.
const SIZE: f64 = 14.0;

/// What is said, in a balloon at who says it.
#[must_use]
pub fn balloon(scene: &Scene, still: &Still<'_>) -> Node {
    let plan = scene.plan;
    let (speaker, says) = scene.says;
    let said = spoken::spoken(says, still);
    let area = plan.balloon;
    let character = if said.is_code { 7.9 } else { 8.0 };
    let widest = match speaker {
        Speaker::Client(_) => area.w,
        // Nobody stands beside the operator's balloon.
        Speaker::Operator => area.w.max(0.32 * plan.width),
    };
    let lines = wrap(
        &said.text,
        ((widest - 20.0) / character) as usize,
        plan.balloon_lines,
    );
    let width_of = |line: &String| match said.is_code {
        true => line.chars().count() as f64 * character,
        false => measure::width(line, SIZE, 400),
    };
    let longest = lines.iter().map(width_of).fold(0.0, f64::max);
    let width = (longest + 24.0).clamp(72.0, widest);
    let height = 14.0 + 18.0 * lines.len() as f64;
    let (tip, x, slot) = match speaker {
        Speaker::Client(task) => {
            let tip = point(plan.line.x + 2.0, plan.line.y - 59.0 * plan.line_scale);
            (tip, area.x, Some(Look::of(task).slot.to_string().into()))
        }
        Speaker::Operator => {
            let scale = plan.desk.w / 224.0;
            let tip = point(
                plan.desk.x + plan.desk.w / 2.0 + 29.0 * scale,
                plan.desk.y - 76.0 * scale,
            );
            (tip, tip.x + 24.0 * scale, None)
        }
    };
    // A client's balloon grows upwards, the operator's downwards.
    let y = match speaker {
        Speaker::Client(_) => area.y + area.h - 12.0 - height,
        Speaker::Operator => tip.y + 5.0,
    };
    let place = Area {
        x,
        y,
        w: width,
        h: height,
    };
    let tail = match speaker {
        Speaker::Client(_) => {
            let (from, bottom) = ((tip.x - 4.0).max(x + 12.0), number(y + height));
            format!(
                "M{} {bottom}L{} {}L{} {bottom}",
                number(from),
                number(tip.x),
                number(tip.y - 1.0),
                number(from + 13.0)
            )
        }
        Speaker::Operator => {
            let x = number(x);
            format!(
                "M{x} {}L{} {}L{x} {}",
                number(y + 9.0),
                number(tip.x),
                number(tip.y),
                number(y + 20.0)
            )
        }
    };
    let class = match (speaker, said.is_code) {
        (Speaker::Operator, _) => "balloon operators",
        (_, true) => "balloon code",
        (_, false) => "balloon",
    };
    let lines = lines.into_iter().enumerate();
    Node::new("g", &["class", "data-slot"], vec![Some(class.into()), slot])
        .with([rect("", place, 8.0), path("tail", tail)])
        .with(lines.map(|(index, line)| text("", point(x + 12.0, y + 20.0 + 18.0 * index as f64), line)))
}

/// Before the first run: what will be there.
#[must_use]
pub fn invitation(scene: &Scene, lang: Lang) -> Node {
    let (queue, door) = (&scene.plan.queue, scene.plan.door);
    let x = queue.first.x + queue.pitch * (queue.spots as f64 - 1.0) / 2.0;
    // Where the sign stands beside the queue, the text ends before it.
    let end = match queue.sign.y < queue.first.y {
        true => door.x.min(queue.sign.x),
        false => door.x,
    };
    let room = 2.0 * (end - 8.0 - x) / 7.5;
    let lines = wrap(SceneMsg::Empty.text(lang), (room as usize).min(40), 4);
    let lines = lines.into_iter().enumerate();
    group(
        "invitation",
        lines.map(|(index, line)| text("", point(x, queue.first.y - 56.0 + 20.0 * index as f64), line)),
    )
}
