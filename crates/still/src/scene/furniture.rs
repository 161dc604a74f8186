//! What stands in the call center: switchboard, desk, lounge, door.

use switchboard_i18n::{Lang, SceneMsg};
use switchboard_trace::{Phase, TaskId};
use switchboard_view::scene::{Area, Bay, BayPlan, LINES, Lamp, LineView, Mood, Plan, Point, Scene};
use switchboard_view::{Look, PHASES};

use super::spoken;
use crate::Still;
use crate::measure::{self, fitted};
use crate::node::{
    Fixed, Node, Text, circle, fixed, group, group_at, moved, number, path, point, rect, text, translation,
    walking,
};

/// Patterns for tasks that share a colour.
#[must_use]
pub fn definitions() -> Node {
    const PATTERN: &[&str] = &["id", "width", "height", "patternUnits", "patternTransform"];
    let pattern = |values: &'static [&'static str], shape: Fixed| {
        Node::fixed(&("pattern", PATTERN, values)).with([Node::fixed(&shape)])
    };
    Node::new("defs", &[], Vec::new()).with([
        pattern(
            &["scene-pattern-1", "6", "6", "userSpaceOnUse", "rotate(90)"],
            ("line", &["x1", "x2", "y2"], &["1.500", "1.500", "6"]),
        ),
        pattern(
            &["scene-pattern-2", "6", "6", "userSpaceOnUse", "rotate(0)"],
            ("circle", &["cx", "cy", "r"], &["3", "3", "1.500"]),
        ),
        pattern(
            &["scene-pattern-3", "7", "7", "userSpaceOnUse", "rotate(0)"],
            ("path", &["d"], &["M0 0H3.500V7H7V3.500H0Z"]),
        ),
    ])
}

/// The floor, and the light on it where one talks.
#[must_use]
pub fn floor(plan: &Plan) -> Node {
    let y = number(plan.line.y + 2.0);
    let pool = vec![
        Some("pool".into()),
        Some(number(plan.line.x).into()),
        Some(y.clone().into()),
        Some("52".into()),
        Some("9".into()),
    ];
    group(
        "floor",
        [
            Node::new("ellipse", &["class", "cx", "cy", "rx", "ry"], pool),
            level("edge", 0.0, plan.width, plan.line.y + 2.0),
        ],
    )
}

/// A level line.
fn level(class: &'static str, from: f64, to: f64, y: f64) -> Node {
    let mut values: Vec<Option<Text>> = vec![Some(class.into())];
    values.extend([from, to, y, y].map(|length| Some(number(length).into())));
    Node::new("line", &["class", "x1", "x2", "y1", "y2"], values)
}

/// The switchboard: a lamp and a jack for each line. The line of one task may be lit.
#[must_use]
pub fn switchboard(scene: &Scene, still: &Still<'_>, lit: Option<TaskId>) -> Node {
    let plan = scene.plan;
    let is_taken = |line: &usize| scene.lines.iter().any(|view| view.task.index() == *line);
    let empty = (0..LINES)
        .filter(|line| !is_taken(line))
        .map(|line| jack(plan.jack(line)));
    let taken = scene.lines.iter().map(|line| line_view(line, still, lit));
    let head = plan.board.y + (0.125 * plan.board.h).min(14.0);
    let plate = point(plan.board.x + plan.board.w / 2.0, head);
    // Beside the lamps there is no room for it on every board.
    let count = point(plan.board.x + plan.board.w - 12.0, head);
    let count = text("further-count", count, format!("+{}", scene.further.all));
    let further = (scene.further.all > 0).then(|| [further_lines(scene), count]);
    group(
        "switchboard",
        [
            rect("cabinet", plan.board, 10.0),
            text("plate", plate, SceneMsg::Switchboard.text(still.lang)),
        ],
    )
    .with(taken)
    .with(empty)
    .with(further.into_iter().flatten())
}

const HALO: Fixed = ("circle", &["class", "cy", "r"], &["halo", "-16", "8.500"]);
const JACK: &[Fixed] = &[
    ("circle", &["class", "cy", "r"], &["lamp", "-16", "4.500"]),
    ("circle", &["class", "r"], &["ring", "5.500"]),
    ("circle", &["class", "r"], &["hole", "2.200"]),
];

fn jack(at: Point) -> Node {
    group_at("jack", at, fixed(JACK))
}

fn line_view(line: &LineView, still: &Still<'_>, lit: Option<TaskId>) -> Node {
    let lamp = match line.lamp {
        Lamp::Ready => "ready",
        Lamp::Waiting => "waiting",
        Lamp::Running => "running",
        Lamp::Done => "done",
    };
    let values = vec![
        Some("jack taken".into()),
        Some(lamp.into()),
        Some(Look::of(line.task).slot.to_string().into()),
        (lit == Some(line.task)).then(|| "".into()),
        Some(format!("translate({:.1} {:.1})", line.at.x, line.at.y).into()),
    ];
    let title = Node {
        text: Some(still.label(line.task).to_string().into()),
        ..Node::new("title", &[], Vec::new())
    };
    Node::new(
        "g",
        &["class", "data-lamp", "data-slot", "data-lit", "transform"],
        values,
    )
    .with([title, Node::fixed(&HALO)])
    .with(fixed(JACK))
}

/// The last jack stands for all lines that the board has no room for.
fn further_lines(scene: &Scene) -> Node {
    let at = scene.plan.jack(LINES);
    let lamp = match scene.further.ready {
        0 => "waiting",
        _ => "ready",
    };
    let values = vec![
        Some("jack taken further".into()),
        Some(lamp.into()),
        Some(format!("translate({:.1} {:.1})", at.x, at.y).into()),
    ];
    Node::new("g", &["class", "data-lamp", "transform"], values)
        .with([Node::fixed(&HALO)])
        .with(fixed(JACK))
}

/// The desk, with the operator's name, what the operator does, and the turn's four phases.
#[must_use]
pub fn desk(scene: &Scene, still: &Still<'_>) -> Node {
    let plan = scene.plan;
    let (top, floor) = (plan.desk, plan.line.y + 2.0);
    let front = Area {
        x: top.x + 10.0,
        y: top.y + top.h,
        w: top.w - 20.0,
        h: floor - top.y - top.h,
    };
    let line = |share: f64| point(top.x + top.w / 2.0, front.y + share * front.h);
    group(
        "desk",
        [
            rect("front", front, 2.0),
            rect("top", top, 4.0),
            text("name large", line(0.28), SceneMsg::Operator.text(still.lang)),
            plate(line(0.52), front.w - 12.0, scene, still),
            phases(still.board.phase, line(0.8)),
        ],
    )
}

/// What the operator does, in letters as large as there is room for.
fn plate(at: Point, room: f64, scene: &Scene, still: &Still<'_>) -> Node {
    let status = spoken::status(scene, still);
    let weight = match scene.mood {
        Mood::Blocked(_) => 600,
        _ => 400,
    };
    if measure::width(&status, 12.5, weight) <= room {
        text("quiet", at, status)
    } else {
        text("quiet narrow", at, fitted(&status, room, 11.0, weight))
    }
}

fn phases(now: Option<Phase>, middle: Point) -> Node {
    let phase = |(index, phase): (usize, Phase)| {
        let at = point(middle.x + 30.0 * (index as f64 - 1.5), middle.y);
        let class = if now == Some(phase) { "phase now" } else { "phase" };
        group_at(
            class,
            at,
            [
                circle("", point(0.0, 0.0), 7.5),
                text("", point(0.0, 3.8), (index + 1).to_string()),
            ],
        )
    };
    let values = vec![Some("phases".into()), Some("true".into())];
    Node::new("g", &["class", "aria-hidden"], values).with(PHASES.into_iter().enumerate().map(phase))
}

/// The bays of the lounge with their signs.
#[must_use]
pub fn lounge(scene: &Scene, lang: Lang) -> Node {
    let bays = Bay::ALL.into_iter().zip(&scene.plan.bays).enumerate();
    group(
        "lounge",
        bays.map(|(index, (bay, plan))| bay_view(scene, index, bay, plan, lang)),
    )
}

fn bay_view(scene: &Scene, index: usize, bay: Bay, plan: &BayPlan, lang: Lang) -> Node {
    let count = scene.lounge.counts.get(index).copied().unwrap_or_default();
    let more = scene.lounge.more.get(index).copied().flatten();
    let Area { x, y, w, .. } = plan.area;
    let icon = Node::new(
        "path",
        &["class", "d", "transform"],
        vec![
            Some("icon".into()),
            Some(icon(bay).into()),
            Some(format!("translate({} {})", number(x + 8.0), number(y + 5.0)).into()),
        ],
    );
    let nobody = plan.seat(0);
    let nobody = point(nobody.x - 6.0, nobody.y - 8.0);
    let room_for_sign = w - 46.0 - measure::width(&count.to_string(), 12.5, 400);
    let sign = fitted(spoken::sign(bay).text(lang), room_for_sign, 12.5, 400);
    let sign = text("sign", point(x + 30.0, y + 17.0), sign);
    let more = more.map(|(count, at)| {
        let in_words = SceneMsg::More.with(lang, &[&count.to_string()]);
        let count = if measure::width(&in_words, 12.5, 400) <= x + w - at.x {
            in_words
        } else {
            format!("+ {count}")
        };
        text("more", point(at.x - 8.0, at.y - 8.0), count)
    });
    room(plan.area, count, nobody, lang).with([icon, sign]).with(more)
}

/// A room with the count of those in it, or the word for nobody.
fn room(area: Area, count: usize, nobody: Point, lang: Lang) -> Node {
    let (class, count) = match count {
        0 => ("bay empty", text("nobody", nobody, SceneMsg::Nobody.text(lang))),
        _ => (
            "bay",
            text(
                "count",
                point(area.x + area.w - 10.0, area.y + 17.0),
                count.to_string(),
            ),
        ),
    };
    group(class, [rect("room", area, 8.0), count])
}

/// A sign's icon, in strokes on a grid of 16.
const fn icon(bay: Bay) -> &'static str {
    match bay {
        Bay::Timer => {
            "M8 1.500C10.800 1.500 13.200 5.800 13.200 9A5.200 5.200 0 0 1 2.800 9C2.800 5.800 5.200 1.500 8 1.500ZM3 8H13M8 8V5.500"
        }
        Bay::Task => {
            "M8 2A2.700 2.700 0 1 0 8 7.400A2.700 2.700 0 1 0 8 2ZM2.800 14C2.800 10.500 5 9 8 9C11 9 13.200 10.500 13.200 14Z"
        }
        Bay::Outside => {
            "M3 2.800C3 9.500 6.500 13 13.200 13L13.500 10.200L10.500 9.200L9.300 10.600C7.500 9.800 6.200 8.500 5.400 6.700L6.800 5.500L5.800 2.500ZM9.500 2.500A4 4 0 0 1 13.500 6.500"
        }
        Bay::Signal => {
            "M5 4.500A3.500 3.500 0 1 0 5 11.500A3.500 3.500 0 1 0 5 4.500ZM8.500 8H14.500V11M12 8V10.500"
        }
        Bay::Shelf => "M2 5L8 2L14 5V11.500L8 14.500L2 11.500ZM2 5L8 8L14 5M8 8V14.500M5 3.500L11 6.500",
    }
}

/// The queue's floor: its sign, its rope, and the count of those beyond its room.
#[must_use]
pub fn queue(scene: &Scene, lang: Lang) -> Node {
    let plan = &scene.plan.queue;
    let end = scene.plan.in_queue(plan.spots - 1).x + plan.pitch / 2.0;
    let class = if scene.queue.len > 0 {
        "queue-sign lit"
    } else {
        "queue-sign"
    };
    let sign = format!("{} · {}", SceneMsg::ReadyQueue.text(lang), scene.queue.len);
    group(
        "queue",
        [
            level("lane", plan.first.x - plan.pitch / 2.0, end, plan.first.y + 2.0),
            group_at(
                class,
                plan.sign,
                [
                    circle("", point(5.0, -4.0), 5.0),
                    text("sign", point(17.0, 0.0), sign),
                ],
            ),
            group("", scene.queue.rope.map(|x| rope(point(x, plan.first.y), lang))),
            group("", (scene.queue.more > 0).then(|| crowd(scene, lang))),
        ],
    )
}

const ROPE: &[Fixed] = &[
    ("path", &["class", "d"], &["post", "M0 1V-48M-5 1.500H5"]),
    ("circle", &["class", "cy", "r"], &["knob", "-50", "3"]),
    ("path", &["class", "d"], &["cord", "M0 -44C8 -26 18 -24 27 -30"]),
];

fn rope(at: Point, lang: Lang) -> Node {
    let next = format!("→ {}", SceneMsg::NextTurn.text(lang));
    walking("rope", translation(at), fixed(ROPE)).with([text("quiet", point(-4.0, -88.0), next)])
}

fn crowd(scene: &Scene, lang: Lang) -> Node {
    const FIGURE: &str = "M0 -56A9.500 9.500 0 1 1 0 -37A9.500 9.500 0 1 1 0 -56ZM-11.500 0C-12.500 -7 -11 -11 -13.500 -17C-16 -26 -11 -34.500 -4 -34.500H4C11 -34.500 16 -26 13.500 -17C11 -11 12.500 -7 11.500 0Z";
    let plan = &scene.plan.queue;
    // Not in one line with the name beside it.
    let y = if scene.queue.is_staggered && plan.spots.is_multiple_of(2) {
        31.0
    } else {
        18.0
    };
    let figure = |x: f64| {
        let transform = format!("translate({x} {}) scale(0.9)", number(x.abs() / -3.0));
        moved("", transform, [path("", FIGURE)])
    };
    let more = SceneMsg::More.with(lang, &[&scene.queue.more.to_string()]);
    group_at("crowd", plan.more, [-14.0, 0.0, 14.0].map(figure)).with([text("more", point(0.0, y), more)])
}

/// The door.
#[must_use]
pub fn door(plan: &Plan) -> Node {
    let Area { x, y, w, h } = plan.door;
    let (right, floor) = (x + w, y + h + 2.0);
    let frame = format!(
        "M{x} {floor}V{}Q{x} {y} {} {y}H{}Q{right} {y} {right} {}V{floor}",
        y + 8.0,
        x + 8.0,
        right - 8.0,
        y + 8.0
    );
    let leaf = format!(
        "M{right} {floor}V{}L{} {}V{}Z",
        number(y + 4.0),
        number(x + 0.62 * w),
        number(y + 14.0),
        number(floor + 7.0)
    );
    group(
        "door",
        [
            path("opening", format!("{frame}Z")),
            path("leaf", leaf),
            circle("knob", point(x + 0.7 * w, y + 0.58 * h), 2.0),
            path("frame", frame),
        ],
    )
}

/// The room where the slips of those lie who have left.
#[must_use]
pub fn gone(scene: &Scene, lang: Lang) -> Node {
    let area = scene.plan.gone;
    let nobody = point(area.x + 10.0, area.y + 40.0);
    let sign = text(
        "sign",
        point(area.x + 10.0, area.y + 17.0),
        SceneMsg::Gone.text(lang),
    );
    room(area, scene.gone.count, nobody, lang).with([sign])
}
