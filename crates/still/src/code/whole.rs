//! The program as a picture: its lines with their colours, who stands on them, and how it stands with their awaits.

use switchboard_i18n::Msg;
use switchboard_python::syntax::{self, Part, Span};
use switchboard_trace::{TaskId, TaskState};
use switchboard_view::{AwaitPoints, Look};

use super::standing::{ByLine, current_line, has_await, standing, suspended};
use crate::card::{CardState, HEIGHT, card, writing};
use crate::node::{Node, Text, number};
use crate::{Still, Theme, svg};

const LINE: f64 = 23.0;
const SIZE: f64 = 14.0;
const MARGIN: f64 = 12.0;

/// Where line numbers end, marks have their middle and texts begin.
const NUMBER: f64 = 36.0;
const MARK: f64 = 52.0;
const TEXT: f64 = 68.0;

/// A letter's width in nearly every font for code.
const LETTER: f64 = 0.602 * SIZE;

/// Longer lines are cut.
const MOST_LETTERS: usize = 140;

/// So many names at most: where more tasks stand on a line, one is named and the others are counted.
const MOST_CARDS: usize = 4;

const LEAST_WIDTH: f64 = 480.0;

/// The picture as an SVG document.
#[must_use]
pub fn svg(still: &Still<'_>, theme: Theme) -> String {
    let mut drawing = Drawing::of(still);
    let source = still.source.trim_end();
    let parts = syntax::parts(source);
    let mut start = 0;
    for (index, line) in source.split('\n').enumerate() {
        let end = start + line.len();
        let first = parts.partition_point(|(span, _)| span.end as usize <= start);
        let here = parts.get(first..).unwrap_or_default().iter();
        let here: Vec<_> = here.take_while(|(span, _)| (span.start as usize) < end).collect();
        drawing.line(index, line, start, &here, source);
        start = end + 1;
    }
    let lines = source.split('\n').count();
    let width = drawing.width.max(LEAST_WIDTH) + MARGIN;
    let height = LINE * lines as f64 + 2.0 * MARGIN;
    let mut nodes = Vec::new();
    if let Some((number, task)) = drawing.now {
        let y = MARGIN + LINE * f64::from(number.saturating_sub(1));
        nodes.extend(here_now(task, y, width));
    }
    nodes.extend(drawing.nodes);
    let picture = Node::new("svg", &[], Vec::new()).with(nodes);
    svg::document(&picture, width, height, Msg::Program.text(still.lang), theme)
}

/// The ground of the line that runs, in the colour of who runs it.
fn here_now(task: Option<TaskId>, y: f64, width: f64) -> [Node; 2] {
    let color = match task {
        Some(task) => format!("var(--task-{})", Look::of(task).slot),
        None => "var(--brass-fill)".to_owned(),
    };
    let block = |width: f64, fill: String| {
        let mut values: Vec<Option<Text>> = [0.0, y, width, LINE]
            .map(|length| Some(number(length).into()))
            .into();
        values.push(Some(fill.into()));
        Node::new("rect", &["x", "y", "width", "height", "fill"], values)
    };
    [
        block(width, format!("color-mix(in srgb, {color} 14%, var(--paper))")),
        block(4.0, color),
    ]
}

struct Drawing<'a> {
    still: &'a Still<'a>,
    awaits: AwaitPoints,
    standing: ByLine,
    suspended: ByLine,
    now: Option<(u32, Option<TaskId>)>,
    width: f64,
    nodes: Vec<Node>,
}

impl<'a> Drawing<'a> {
    fn of(still: &'a Still<'a>) -> Self {
        let mut awaits = AwaitPoints::default();
        awaits.read(still.trace);
        Self {
            still,
            awaits,
            standing: standing(still.board),
            suspended: suspended(still.board, still.trace),
            now: current_line(still.board),
            width: 0.0,
            nodes: Vec::new(),
        }
    }

    fn line(&mut self, index: usize, line: &str, start: usize, parts: &[&(Span, Part)], source: &str) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let top = MARGIN + LINE * index as f64;
        let base = top + 16.0;
        let count = number.to_string();
        self.nodes.push(
            writing(NUMBER, base, 12.0, "var(--ink-2)", &count)
                .code()
                .ending()
                .node(),
        );
        if has_await(parts, source) {
            self.nodes.extend(self.mark(number, top + LINE / 2.0));
        }
        let end = self.text(line, start, parts, base);
        self.cards(number, end, top);
    }

    /// The line's text, each piece in its colour; where it ends.
    fn text(&mut self, line: &str, start: usize, parts: &[&(Span, Part)], base: f64) -> f64 {
        let mut at = 0;
        let mut letters = 0;
        for (span, part) in parts {
            let from = (span.start as usize).saturating_sub(start).max(at);
            let to = (span.end as usize).saturating_sub(start).min(line.len());
            self.piece(line.get(at..from), "var(--ink)", base, &mut letters);
            self.piece(line.get(from..to), color_of(*part), base, &mut letters);
            at = to.max(at);
        }
        self.piece(line.get(at..), "var(--ink)", base, &mut letters);
        TEXT + LETTER * letters as f64
    }

    fn piece(&mut self, piece: Option<&str>, color: &str, base: f64, letters: &mut usize) {
        let piece = piece.unwrap_or_default();
        let blanks = piece.chars().take_while(|letter| letter.is_whitespace()).count();
        let x = TEXT + LETTER * (*letters + blanks) as f64;
        let room = MOST_LETTERS.saturating_sub(*letters + blanks);
        let text = piece.trim();
        *letters += piece.chars().count().min(room + blanks);
        if text.is_empty() || room == 0 {
            return;
        }
        let cut: String = match text.char_indices().nth(room) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text.to_owned(),
        };
        let room = LETTER * cut.chars().count() as f64;
        let text = writing(x, base, SIZE, color, &cut).code().spread(room);
        self.nodes.push(text.node());
    }

    /// Not reached, waiting now, passed.
    fn mark(&self, number: u32, middle: f64) -> Vec<Node> {
        let is_waiting = self.suspended.contains_key(&number);
        let is_passed = self.awaits.passed(number, self.still.board.step) > 0;
        let edge = match (is_waiting, is_passed) {
            (true, _) | (false, true) => "var(--brass-fill)",
            (false, false) => "var(--line-strong)",
        };
        let circle = Node::new(
            "circle",
            &["cx", "cy", "r", "fill", "stroke", "stroke-width"],
            vec![
                Some(length(MARK)),
                Some(length(middle)),
                Some("6".into()),
                Some("none".into()),
                Some(edge.into()),
                Some("1.5".into()),
            ],
        );
        let mut nodes = vec![circle];
        if is_waiting {
            let values = vec![
                Some("M-3.500 3.500L3.500 -3.500M-5 0L0 -5M0 5L5 0".into()),
                Some("var(--brass-fill)".into()),
                Some("1.8".into()),
                Some(format!("translate({} {})", length(MARK), length(middle)).into()),
            ];
            nodes.push(Node::new(
                "path",
                &["d", "stroke", "stroke-width", "transform"],
                values,
            ));
        } else if is_passed {
            let d = format!(
                "M{} {}A6 6 0 0 0 {} {}Z",
                crate::node::number(MARK),
                crate::node::number(middle - 6.0),
                crate::node::number(MARK),
                crate::node::number(middle + 6.0)
            );
            let values = vec![Some(d.into()), Some("var(--brass-fill)".into())];
            nodes.push(Node::new("path", &["d", "fill"], values));
        }
        nodes
    }

    /// Those who stand on a line, behind its text.
    fn cards(&mut self, number: u32, end: f64, top: f64) {
        let here = self.standing.get(&number).map(Vec::as_slice).unwrap_or_default();
        // A crowd leaves the line its room.
        let named = if here.len() > MOST_CARDS { 1 } else { here.len() };
        let mut x = end + 20.0;
        for task in here.iter().take(named) {
            let state = match self.still.board.task(*task).map(|view| view.state) {
                Some(TaskState::Running) => CardState::Running,
                Some(TaskState::Ready) => CardState::Ready,
                _ => CardState::Waiting,
            };
            let (node, width) = card(*task, state, x, top + (LINE - HEIGHT) / 2.0, self.still);
            self.nodes.push(node);
            x += width + 6.0;
        }
        if here.len() > named {
            let more = format!("+{}", here.len() - named);
            self.nodes
                .push(writing(x, top + 16.0, 12.5, "var(--ink-2)", &more).node());
            x += 40.0;
        }
        self.width = self.width.max(x);
    }
}

fn length(length: f64) -> Text {
    number(length).into()
}

const fn color_of(part: Part) -> &'static str {
    match part {
        Part::Await | Part::Word => "var(--syntax-word)",
        Part::Definition => "var(--syntax-name)",
        Part::Text => "var(--syntax-text)",
        Part::Number => "var(--syntax-number)",
        Part::Comment => "var(--syntax-note)",
    }
}
