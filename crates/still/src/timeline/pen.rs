//! The brush that draws the timeline into a file.

use std::cell::RefCell;

use switchboard_view::PATTERNS;
use switchboard_view::lanes::Wait;
use switchboard_view::scene::Area;

use super::brush::{Brush, Hatch, Pattern, Tone};
use crate::measure;
use crate::node::{Node, Text, number};

/// Draws elements.
#[derive(Default)]
pub struct Pen {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    fill: String,
    alpha: f64,
    weight: u32,
    size: f64,
    drawn: Vec<Node>,
}

impl Pen {
    /// What was drawn, with the patterns that it is drawn with.
    #[must_use]
    pub fn into_nodes(self) -> Vec<Node> {
        let drawn = self.state.into_inner().drawn;
        let looks = (1..PATTERNS).map(Pattern::Look);
        let waits = Wait::ALL.into_iter().map(Pattern::Wait);
        let all = looks.chain(waits).chain([Pattern::Blocking]);
        let used = all.filter(|pattern| {
            let reference = reference(*pattern);
            drawn.iter().any(|node| node.get("fill") == Some(&reference))
        });
        let patterns = Node::new("defs", &[], Vec::new()).with(used.filter_map(definition));
        let mut nodes = vec![patterns];
        nodes.extend(drawn);
        nodes
    }

    /// Draws an element with these attributes; its fill follows as the last of its keys.
    fn push(&self, name: &'static str, keys: &'static [&'static str], lengths: &[f64]) {
        let mut state = self.state.borrow_mut();
        let mut values: Vec<Option<Text>> = lengths
            .iter()
            .map(|length| Some(number(*length).into()))
            .collect();
        values.push(Some(state.fill.clone().into()));
        values.push((state.alpha < 1.0).then(|| number(state.alpha).into()));
        state.drawn.push(Node::new(name, keys, values));
    }
}

impl Brush for Pen {
    fn color(&self, tone: Tone) {
        self.state.borrow_mut().fill = format!("var({})", tone.token());
    }

    fn pattern(&self, pattern: Pattern) {
        self.state.borrow_mut().fill = reference(pattern);
    }

    fn alpha(&self, alpha: f64) {
        self.state.borrow_mut().alpha = alpha;
    }

    fn rect(&self, x: f64, y: f64, width: f64, height: f64) {
        const KEYS: &[&str] = &["x", "y", "width", "height", "fill", "fill-opacity"];
        self.push("rect", KEYS, &[x, y, width.max(0.5), height.max(0.5)]);
    }

    fn round_rect(&self, x: f64, y: f64, width: f64, height: f64, radius: f64) {
        const KEYS: &[&str] = &["x", "y", "width", "height", "rx", "fill", "fill-opacity"];
        let radius = radius.min(width / 2.0);
        self.push("rect", KEYS, &[x, y, width, height, radius]);
    }

    fn hairline_down(&self, x: f64, y: f64, height: f64) {
        self.rect(x, y, 1.0, height);
    }

    fn hairline_along(&self, x: f64, y: f64, width: f64) {
        self.rect(x, y, width, 1.0);
    }

    fn outline(&self, x: f64, y: f64, width: f64, height: f64) {
        const KEYS: &[&str] = &["x", "y", "width", "height", "stroke", "stroke-opacity", "fill"];
        let inside = [x + 0.5, y + 0.5, (width - 1.0).max(0.1), (height - 1.0).max(0.1)];
        self.push("rect", KEYS, &inside);
        if let Some(node) = self.state.borrow_mut().drawn.last_mut() {
            node.values.push(Some("none".into()));
        }
    }

    fn line(&self, from: (f64, f64), to: (f64, f64), width: f64, tone: Tone) {
        const KEYS: &[&str] = &["x1", "y1", "x2", "y2", "stroke-width", "stroke", "stroke-opacity"];
        let before = std::mem::replace(
            &mut self.state.borrow_mut().fill,
            format!("var({})", tone.token()),
        );
        self.push("line", KEYS, &[from.0, from.1, to.0, to.1, width]);
        self.state.borrow_mut().fill = before;
    }

    fn dot(&self, x: f64, y: f64, radius: f64) {
        self.push(
            "circle",
            &["cx", "cy", "r", "fill", "fill-opacity"],
            &[x, y, radius],
        );
    }

    fn font(&self, weight: u32, size: f64) {
        let mut state = self.state.borrow_mut();
        (state.weight, state.size) = (weight, size);
    }

    fn text(&self, text: &str, x: f64, y: f64) {
        const KEYS: &[&str] = &["x", "y", "font-size", "font-weight", "fill", "fill-opacity"];
        let (size, weight) = {
            let state = self.state.borrow();
            (state.size, f64::from(state.weight))
        };
        // Not every program knows how to align to a line's middle.
        self.push("text", KEYS, &[x, y + 0.35 * size, size, weight]);
        if let Some(node) = self.state.borrow_mut().drawn.last_mut() {
            node.text = Some(text.to_owned().into());
        }
    }

    fn width(&self, text: &str) -> f64 {
        let state = self.state.borrow();
        measure::width(text, state.size, state.weight)
    }

    // A file shows everything, so that nothing lies outside.
    fn clipped(&self, _: f64, _: f64, _: f64, _: f64, draw: &mut dyn FnMut()) {
        draw();
    }
}

fn name(pattern: Pattern) -> String {
    match pattern {
        Pattern::Look(look) => format!("look-{look}"),
        Pattern::Wait(wait) => format!("wait-{}", format!("{wait:?}").to_lowercase()),
        Pattern::Blocking => "blocking".to_owned(),
    }
}

fn reference(pattern: Pattern) -> String {
    format!("url(#{})", name(pattern))
}

/// A pattern's tile.
fn definition(pattern: Pattern) -> Option<Node> {
    let hatch = pattern.hatch()?;
    let side = hatch.side();
    let ink: Text = format!("var({})", pattern.token()).into();
    let length = |length: f64| Some(Text::from(number(length)));
    let filled = |name, keys, lengths: &[f64]| {
        let mut values: Vec<_> = lengths.iter().map(|one| length(*one)).collect();
        values.push(Some(ink.clone()));
        values.push(length(hatch.alpha()));
        Node::new(name, keys, values)
    };
    const RECT: &[&str] = &["x", "y", "width", "height", "fill", "fill-opacity"];
    let block = |area: Area| filled("rect", RECT, &[area.x, area.y, area.w, area.h]);
    let half = side / 2.0;
    let shapes = match hatch {
        Hatch::Dotted => vec![filled(
            "circle",
            &["cx", "cy", "r", "fill", "fill-opacity"],
            &[half, half, 0.9],
        )],
        Hatch::Level => vec![block(square(0.0, half.floor(), side, 1.0))],
        Hatch::Barred => vec![block(square(0.0, 0.0, half, side))],
        Hatch::Checked => vec![
            block(square(0.0, 0.0, half, half)),
            block(square(half, half, half, half)),
        ],
        Hatch::Rising | Hatch::Sparse | Hatch::Dense => {
            vec![diagonals(hatch, side, &ink, Slope::Rises)]
        }
        Hatch::Falling => vec![diagonals(hatch, side, &ink, Slope::Falls)],
        Hatch::Crossed => vec![
            diagonals(hatch, side, &ink, Slope::Rises),
            diagonals(hatch, side, &ink, Slope::Falls),
        ],
    };
    let values = vec![
        Some(name(pattern).into()),
        length(side),
        length(side),
        Some("userSpaceOnUse".into()),
    ];
    let tile = Node::new("pattern", &["id", "width", "height", "patternUnits"], values);
    Some(tile.with(shapes))
}

const fn square(x: f64, y: f64, w: f64, h: f64) -> Area {
    Area { x, y, w, h }
}

#[derive(Clone, Copy)]
enum Slope {
    Rises,
    Falls,
}

/// Diagonals that go on from tile to tile.
fn diagonals(hatch: Hatch, side: f64, ink: &Text, slope: Slope) -> Node {
    let lines = [-side, 0.0, side].map(|shift| {
        let (from, to) = match slope {
            Slope::Falls => (-side, 2.0 * side),
            Slope::Rises => (2.0 * side, -side),
        };
        let (left, right) = (shift - side, shift + 2.0 * side);
        format!(
            "M{} {}L{} {}",
            number(left),
            number(from),
            number(right),
            number(to)
        )
    });
    let values = vec![
        Some(lines.concat().into()),
        Some(ink.clone()),
        Some(number(hatch.stroke()).into()),
        Some(number(hatch.alpha()).into()),
    ];
    Node::new("path", &["d", "stroke", "stroke-width", "stroke-opacity"], values)
}
