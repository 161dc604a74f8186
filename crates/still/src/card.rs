//! A task's name on a card of its colour.

use switchboard_trace::TaskId;
use switchboard_view::Look;
use switchboard_view::scene::Area;

use crate::Still;
use crate::measure::{fitted, width};
use crate::node::{Node, Text, number};

/// How high a card is.
pub const HEIGHT: f64 = 22.0;

/// The widest name.
const MOST: f64 = 190.0;

const SIZE: f64 = 12.5;

/// What a card tells of its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardState {
    Ready,
    Waiting,
    Running,
}

/// A card with its left upper corner at a place; and how wide it is.
#[must_use]
pub fn card(task: TaskId, state: CardState, x: f64, y: f64, still: &Still<'_>) -> (Node, f64) {
    let look = Look::of(task);
    let label = fitted(&still.label(task), MOST, SIZE, 600);
    let whole = width(&label, SIZE, 600) + 32.0;
    let color: Text = format!("var(--task-{})", look.slot).into();
    let (ground, ink) = match state {
        CardState::Running => (color.clone(), "var(--on-task)".into()),
        CardState::Ready | CardState::Waiting => ("var(--paper)".into(), color.clone()),
    };
    // Tasks that share a colour differ by their edge.
    let dashes = match look.pattern {
        _ if state == CardState::Running => None,
        0 => None,
        1 => Some("5 3".into()),
        2 => Some("2 2".into()),
        _ => Some("8 2 2 2".into()),
    };
    let edge = Area {
        x,
        y,
        w: whole,
        h: HEIGHT,
    };
    let mut values: Vec<Option<Text>> = [edge.x, edge.y, edge.w, edge.h, 6.0]
        .map(|length| Some(number(length).into()))
        .into();
    values.extend([Some(ground), Some(color), Some("1.5".into()), dashes]);
    let edge = Node::new(
        "rect",
        &[
            "x",
            "y",
            "width",
            "height",
            "rx",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
        ],
        values,
    );
    let lamp = match state {
        CardState::Ready => ("var(--amber)", Text::from("var(--amber-ink)")),
        CardState::Waiting => ("none", ink.clone()),
        CardState::Running => ("var(--on-task)", ink.clone()),
    };
    let lamp = Node::new(
        "circle",
        &["cx", "cy", "r", "fill", "stroke", "stroke-width"],
        vec![
            Some(number(x + 12.0).into()),
            Some(number(y + HEIGHT / 2.0).into()),
            Some("4.5".into()),
            Some(lamp.0.into()),
            Some(lamp.1),
            Some("1.5".into()),
        ],
    );
    let name = writing(x + 22.0, y + 15.5, SIZE, &ink, &label).bold();
    (
        Node::new("g", &[], Vec::new()).with([edge, lamp, name.node()]),
        whole,
    )
}

/// A line of text in the making.
pub struct Writing {
    x: f64,
    y: f64,
    size: f64,
    color: Text,
    text: String,
    weight: Option<Text>,
    font: Option<Text>,
    anchor: Option<Text>,
    length: Option<Text>,
}

/// A line of text that begins at a place.
#[must_use]
pub fn writing(x: f64, y: f64, size: f64, color: &str, text: &str) -> Writing {
    Writing {
        x,
        y,
        size,
        color: color.to_owned().into(),
        text: text.to_owned(),
        weight: None,
        font: None,
        anchor: None,
        length: None,
    }
}

impl Writing {
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.weight = Some("600".into());
        self
    }

    /// As code.
    #[must_use]
    pub fn code(mut self) -> Self {
        self.font = Some("var(--mono)".into());
        self
    }

    /// Ends at its place.
    #[must_use]
    pub fn ending(mut self) -> Self {
        self.anchor = Some("end".into());
        self
    }

    /// Has its place in its middle.
    #[must_use]
    pub fn middle(mut self) -> Self {
        self.anchor = Some("middle".into());
        self
    }

    /// Takes so much room, whatever the font: letters are moved apart or together.
    #[must_use]
    pub fn spread(mut self, length: f64) -> Self {
        self.length = Some(number(length).into());
        self
    }

    #[must_use]
    pub fn node(self) -> Node {
        let values = vec![
            Some(number(self.x).into()),
            Some(number(self.y).into()),
            Some(number(self.size).into()),
            self.weight,
            self.font,
            self.anchor,
            self.length,
            Some(self.color),
            self.text.contains("  ").then(|| "preserve".into()),
        ];
        let keys = &[
            "x",
            "y",
            "font-size",
            "font-weight",
            "font-family",
            "text-anchor",
            "textLength",
            "fill",
            "xml:space",
        ];
        Node {
            text: Some(self.text.into()),
            ..Node::new("text", keys, values)
        }
    }
}

/// A filled rectangle.
#[must_use]
pub fn block(area: Area, color: &'static str) -> Node {
    let mut values: Vec<Option<Text>> = [area.x, area.y, area.w, area.h]
        .map(|length| Some(number(length).into()))
        .into();
    values.push(Some(color.into()));
    Node::new("rect", &["x", "y", "width", "height", "fill"], values)
}
