//! What pictures are made of: SVG elements, before it is known whether the page shows them or a file holds them.

use std::borrow::Cow;

use switchboard_view::scene::{Area, Point};

/// A text that is known beforehand or worked out.
pub type Text = Cow<'static, str>;

/// An element. Its looks come from the style sheets, by its classes and `data-` attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    pub name: &'static str,
    pub keys: &'static [&'static str],
    /// For each of the keys; none where the attribute is not there.
    pub values: Vec<Option<Text>>,
    /// What it is known by among its neighbours while the picture changes.
    pub key: Option<u64>,
    pub children: Vec<Node>,
    pub text: Option<Text>,
}

/// An element that never changes: its name, its attributes' names, and their values.
pub type Fixed = (&'static str, &'static [&'static str], &'static [&'static str]);

impl Node {
    /// An element with these attributes.
    #[must_use]
    pub fn new(name: &'static str, keys: &'static [&'static str], values: Vec<Option<Text>>) -> Self {
        Self {
            name,
            keys,
            values,
            ..Self::default()
        }
    }

    /// An element that never changes.
    #[must_use]
    pub fn fixed(&(name, keys, values): &Fixed) -> Self {
        let values = values.iter().map(|value| Some(Cow::Borrowed(*value)));
        Self::new(name, keys, values.collect())
    }

    /// An attribute's value.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        let at = self.keys.iter().position(|known| *known == key)?;
        self.values.get(at)?.as_deref()
    }

    /// The element, known by this among its neighbours.
    #[must_use]
    pub fn keyed(mut self, key: u64) -> Self {
        self.key = Some(key);
        self
    }

    /// The element with these in it.
    #[must_use]
    pub fn with(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }
}

/// Elements that never change.
#[must_use]
pub fn fixed(shapes: &[Fixed]) -> Vec<Node> {
    shapes.iter().map(Node::fixed).collect()
}

/// A group.
#[must_use]
pub fn group(class: impl Into<Text>, children: impl IntoIterator<Item = Node>) -> Node {
    Node::new("g", &["class"], vec![Some(class.into())]).with(children)
}

/// A group that is moved to a place.
#[must_use]
pub fn group_at(class: impl Into<Text>, at: Point, children: impl IntoIterator<Item = Node>) -> Node {
    let transform = format!("translate({} {})", number(at.x), number(at.y));
    moved(class, transform, children)
}

/// A group with a transformation.
#[must_use]
pub fn moved(
    class: impl Into<Text>,
    transform: impl Into<Text>,
    children: impl IntoIterator<Item = Node>,
) -> Node {
    let values = vec![Some(class.into()), Some(transform.into())];
    Node::new("g", &["class", "transform"], values).with(children)
}

/// A group that walks to its place when that changes, where there is motion.
#[must_use]
pub fn walking(class: impl Into<Text>, style: String, children: impl IntoIterator<Item = Node>) -> Node {
    let values = vec![Some(class.into()), Some(style.into())];
    Node::new("g", &["class", "style"], values).with(children)
}

/// A style that moves something to a place.
#[must_use]
pub fn translation(at: Point) -> String {
    format!("transform:translate({}px,{}px)", number(at.x), number(at.y))
}

/// A path.
#[must_use]
pub fn path(class: impl Into<Text>, d: impl Into<Text>) -> Node {
    Node::new("path", &["class", "d"], vec![Some(class.into()), Some(d.into())])
}

/// A rectangle.
#[must_use]
pub fn rect(class: impl Into<Text>, area: Area, radius: f64) -> Node {
    let Area { x, y, w, h } = area;
    let mut values = vec![Some(class.into())];
    values.extend([x, y, w, h, radius].map(|length| Some(number(length).into())));
    Node::new("rect", &["class", "x", "y", "width", "height", "rx"], values)
}

/// A circle.
#[must_use]
pub fn circle(class: impl Into<Text>, at: Point, radius: f64) -> Node {
    let mut values = vec![Some(class.into())];
    values.extend([at.x, at.y, radius].map(|length| Some(number(length).into())));
    Node::new("circle", &["class", "cx", "cy", "r"], values)
}

/// A line of text.
#[must_use]
pub fn text(class: impl Into<Text>, at: Point, text: impl Into<Text>) -> Node {
    let values = vec![
        Some(class.into()),
        Some(number(at.x).into()),
        Some(number(at.y).into()),
    ];
    Node {
        text: Some(text.into()),
        ..Node::new("text", &["class", "x", "y"], values)
    }
}

/// A place.
#[must_use]
pub const fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// A length with no more digits than can be seen.
#[must_use]
pub fn number(length: f64) -> String {
    if !length.is_finite() {
        return "0".to_owned();
    }
    // Adding 0 turns -0 into 0.
    let rounded = (length * 100.0).round() / 100.0 + 0.0;
    rounded.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_two_decimals_at_most_and_are_always_numbers() {
        assert_eq!(number(4.0), "4");
        assert_eq!(number(1.0 / 3.0), "0.33");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(number(f64::INFINITY), "0");
    }
}
