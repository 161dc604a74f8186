//! The loop's own picture as a file.

use std::f64::consts::TAU;

use switchboard_i18n::sentences::{moment, time_left};
use switchboard_i18n::{Msg, QueuesMsg};
use switchboard_trace::{ReadyEntry, Subject, TaskId, TaskState};
use switchboard_view::scene::{Area, wrap};
use switchboard_view::{Bounded, PHASES, ReadyQueue, TimerFor, TimerRow, timers, waits};

use super::flow::{Item, flow};
use super::waits as words;
use crate::card::{CardState, block, writing};
use crate::measure::fitted;
use crate::node::{Node, Text, number};
use crate::{Still, Theme, svg};

const WIDTH: f64 = 960.0;
const MARGIN: f64 = 16.0;

/// Each part of the ready queue, the timers and the things show at most so many, with so many names each.
const MOST_READY: usize = 24;
const MOST_TIMERS: usize = 16;
const MOST_ROWS: usize = 24;
const MOST_NAMES: usize = 12;

/// What stands before the parts of the ready queue.
const HEADS: f64 = 130.0;

/// The width of the list of timers.
const TIMERS: f64 = 430.0;

/// The picture as an SVG document.
#[must_use]
pub fn svg(still: &Still<'_>, theme: Theme) -> String {
    let mut nodes = Vec::new();
    let below = phases(still, &mut nodes) + 16.0;
    let below = ready(still, below, &mut nodes) + 14.0;
    let left = timer_list(still, below, &mut nodes);
    let right = wait_list(still, below, &mut nodes);
    let picture = Node::new("svg", &[], Vec::new()).with(nodes);
    let height = left.max(right) + MARGIN - 8.0;
    svg::document(&picture, WIDTH, height, Msg::Queues.text(still.lang), theme)
}

/// What a card tells of a task.
pub fn state_of(still: &Still<'_>, task: TaskId) -> CardState {
    match still.board.task(task).map(|view| view.state) {
        Some(TaskState::Running) => CardState::Running,
        Some(TaskState::Ready) => CardState::Ready,
        _ => CardState::Waiting,
    }
}

fn phases(still: &Still<'_>, nodes: &mut Vec<Node>) -> f64 {
    const HEIGHT: f64 = 52.0;
    let cell = (WIDTH - 2.0 * MARGIN) / PHASES.len() as f64;
    for (index, phase) in PHASES.into_iter().enumerate() {
        let area = Area {
            x: MARGIN + cell * index as f64,
            y: MARGIN,
            w: cell,
            h: HEIGHT,
        };
        let is_now = still.board.phase == Some(phase);
        if is_now {
            nodes.push(block(area, "var(--here)"));
            nodes.push(block(Area { h: 3.0, ..area }, "var(--brass-fill)"));
        }
        nodes.push(outline(area));
        let (disc, ink) = if is_now {
            ("var(--brass-fill)", "var(--paper)")
        } else {
            ("none", "var(--ink-2)")
        };
        let (x, y) = (area.x + 22.0, area.y + HEIGHT / 2.0);
        nodes.push(ring(x, y, 10.0, disc, "var(--line-strong)"));
        let count = (index + 1).to_string();
        nodes.push(writing(x, y + 4.5, 12.0, ink, &count).middle().node());
        let (name, _) = QueuesMsg::of_phase(phase);
        let name = fitted(name.text(still.lang), cell - 52.0, 12.5, 600);
        let color = if is_now { "var(--ink)" } else { "var(--ink-2)" };
        let written = writing(area.x + 40.0, y + 4.5, 12.5, color, &name);
        nodes.push(if is_now { written.bold() } else { written }.node());
    }
    MARGIN + HEIGHT
}

fn ready(still: &Still<'_>, top: f64, nodes: &mut Vec<Node>) -> f64 {
    let lang = still.lang;
    let queue = ReadyQueue::of(still.board, MOST_READY);
    let count = queue.this_turn.len() + queue.next_turn.len();
    let mut y = heading(still, QueuesMsg::ReadyQueue, count, MARGIN, top, nodes);
    let on_the_line = match still.board.running {
        Some(Subject::Task(task)) => Item::Card(task, CardState::Running),
        Some(Subject::Callback(handle)) => Item::Slip(QueuesMsg::callback(lang, handle.number(), "")),
        None => Item::Word(QueuesMsg::Nobody.text(lang).to_owned()),
    };
    let before = queue.this_turn.len();
    let mut rows = vec![(QueuesMsg::OnTheLine, vec![on_the_line])];
    if !queue.this_turn.is_empty() {
        rows.push((QueuesMsg::ThisTurn, entries(still, &queue.this_turn, 0)));
    }
    if !queue.next_turn.is_empty() {
        rows.push((QueuesMsg::NextTurn, entries(still, &queue.next_turn, before)));
    }
    for (head, items) in rows {
        nodes.push(writing(MARGIN, y + 15.5, 12.0, "var(--ink-2)", head.text(lang)).node());
        y = flow(
            still,
            room(MARGIN + HEADS, y, WIDTH - 2.0 * MARGIN - HEADS),
            &items,
            nodes,
        );
    }
    y
}

fn entries(still: &Still<'_>, part: &Bounded<ReadyEntry>, before: usize) -> Vec<Item> {
    let lang = still.lang;
    let entry = |(at, ready): (usize, &ReadyEntry)| {
        let who = match ready.who {
            Subject::Task(task) => Item::Card(task, CardState::Ready),
            Subject::Callback(handle) => {
                let label = still.trace.tables().get_name(ready.label);
                Item::Slip(QueuesMsg::callback(lang, handle.number(), label))
            }
        };
        [Item::Place(before + at + 1), who]
    };
    let mut items: Vec<Item> = part.first.iter().enumerate().flat_map(entry).collect();
    if part.more > 0 {
        items.push(Item::Word(QueuesMsg::more(lang, part.more)));
    }
    items
}

fn timer_list(still: &Still<'_>, top: f64, nodes: &mut Vec<Node>) -> f64 {
    let rows = timers(still.board, MOST_TIMERS);
    let mut y = heading(still, QueuesMsg::Timers, rows.len(), MARGIN, top, nodes);
    if rows.is_empty() {
        return empty(still, QueuesMsg::TimersEmpty, MARGIN, y, TIMERS, nodes);
    }
    for row in &rows.first {
        rule(MARGIN, y - 4.0, TIMERS, nodes);
        y = timer(still, row, y, nodes);
    }
    if rows.more > 0 {
        let more = [Item::Word(QueuesMsg::more(still.lang, rows.more))];
        y = flow(still, room(MARGIN, y, TIMERS), &more, nodes);
    }
    y
}

fn timer(still: &Still<'_>, row: &TimerRow, y: f64, nodes: &mut Vec<Node>) -> f64 {
    const RADIUS: f64 = 7.5;
    let now = still.board.time;
    let (x, middle) = (MARGIN + 10.0, y + 11.0);
    nodes.push(thick(ring(x, middle, RADIUS, "none", "var(--line)")));
    let length = TAU * RADIUS;
    let left = (1.0 - row.passed(now)) * length;
    let keys = &[
        "cx",
        "cy",
        "r",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "transform",
    ];
    let (cx, cy) = (number(x), number(middle));
    let turned = format!("rotate(-90 {cx} {cy})");
    let dashes = format!("{left:.1} {length:.1}");
    let values: Vec<Option<Text>> = vec![
        Some(cx.into()),
        Some(cy.into()),
        Some(number(RADIUS).into()),
        Some("none".into()),
        Some("var(--brass-fill)".into()),
        Some("3".into()),
        Some(dashes.into()),
        Some(turned.into()),
    ];
    nodes.push(Node::new("circle", keys, values));
    let base = y + 15.5;
    let left = time_left(row.timer.due.since(now));
    let due = moment(row.timer.due);
    nodes.push(writing(x + 18.0, base, 12.5, "var(--ink)", &left).bold().node());
    nodes.push(
        writing(x + 152.0, base, 12.5, "var(--ink-2)", &due)
            .ending()
            .node(),
    );
    let items = match row.purpose {
        TimerFor::Wakes(task) => vec![Item::Card(task, state_of(still, task))],
        TimerFor::Callback(by) => {
            let label = still.trace.tables().get_name(row.timer.label);
            let handle = row.timer.handle.number();
            let mut items = vec![Item::Slip(QueuesMsg::callback(still.lang, handle, label))];
            if let Some(task) = by {
                items.push(Item::Word(QueuesMsg::SetBy.text(still.lang).to_owned()));
                items.push(Item::Card(task, state_of(still, task)));
            }
            items
        }
    };
    flow(still, room(x + 166.0, y, TIMERS - 176.0), &items, nodes)
}

fn wait_list(still: &Still<'_>, top: f64, nodes: &mut Vec<Node>) -> f64 {
    let x = MARGIN + TIMERS + 32.0;
    let width = WIDTH - MARGIN - x;
    let rows = waits(still.board, MOST_ROWS, MOST_NAMES);
    let mut y = heading(still, QueuesMsg::Waits, rows.len(), x, top, nodes);
    if rows.is_empty() {
        return empty(still, QueuesMsg::WaitsEmpty, x, y, width, nodes);
    }
    for row in &rows.first {
        rule(x, y - 4.0, width, nodes);
        y = flow(still, room(x, y, width), &words::head(still, row), nodes);
        for line in words::waiters(still, row) {
            y = flow(still, room(x + 12.0, y, width - 12.0), &line, nodes);
        }
    }
    if rows.more > 0 {
        let more = [Item::Word(QueuesMsg::more(still.lang, rows.more))];
        y = flow(still, room(x, y, width), &more, nodes);
    }
    y
}

fn heading(still: &Still<'_>, title: QueuesMsg, count: usize, x: f64, y: f64, nodes: &mut Vec<Node>) -> f64 {
    let mut text = title.text(still.lang).to_owned();
    if count > 0 {
        text = format!("{text} · {count}");
    }
    nodes.push(writing(x, y + 14.0, 14.0, "var(--ink)", &text).bold().node());
    y + 30.0
}

fn empty(still: &Still<'_>, msg: QueuesMsg, x: f64, y: f64, width: f64, nodes: &mut Vec<Node>) -> f64 {
    let letters = (width / (0.5 * 12.5)) as usize;
    let mut bottom = y;
    for line in wrap(msg.text(still.lang), letters, 3) {
        nodes.push(writing(x, bottom + 15.5, 12.5, "var(--ink-2)", &line).node());
        bottom += 18.0;
    }
    bottom + 12.0
}

const fn room(x: f64, y: f64, w: f64) -> Area {
    Area { x, y, w, h: 0.0 }
}

fn rule(x: f64, y: f64, w: f64, nodes: &mut Vec<Node>) {
    nodes.push(block(Area { x, y, w, h: 1.0 }, "var(--line)"));
}

fn outline(area: Area) -> Node {
    let mut values: Vec<Option<Text>> = [area.x, area.y, area.w, area.h]
        .map(|length| Some(number(length).into()))
        .into();
    values.extend([Some("none".into()), Some("var(--line)".into())]);
    Node::new("rect", &["x", "y", "width", "height", "fill", "stroke"], values)
}

fn ring(x: f64, y: f64, radius: f64, fill: &'static str, stroke: &'static str) -> Node {
    let mut values: Vec<Option<Text>> = [x, y, radius].map(|length| Some(number(length).into())).into();
    values.extend([Some(fill.into()), Some(stroke.into()), Some("1.5".into())]);
    Node::new(
        "circle",
        &["cx", "cy", "r", "fill", "stroke", "stroke-width"],
        values,
    )
}

/// The ring with a stroke as wide as a timer's.
fn thick(mut ring: Node) -> Node {
    if let Some(width) = ring.values.last_mut() {
        *width = Some("3".into());
    }
    ring
}
