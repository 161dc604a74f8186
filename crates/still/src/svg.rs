//! A picture as a file: every element with its looks as plain attributes, so that it is the same in browsers,
//! Inkscape, LaTeX and slides.

use std::fmt::Write;
use std::rc::Rc;
use std::sync::OnceLock;

use crate::node::{Node, number};
use crate::style::{Color, Element, Sheet, Values};
use crate::theme::Theme;

/// The page's style sheets that pictures are made with.
const SHEETS: [&str; 3] = [
    include_str!("../../../static/styles/tokens.css"),
    include_str!("../../../static/styles/scene.css"),
    include_str!("../../../static/styles/scene-people.css"),
];

/// They are read once.
static SHEET: OnceLock<Sheet> = OnceLock::new();

/// What style sheets say and SVG has an attribute for.
const PROPERTIES: [&str; 16] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "transform",
    "transform-origin",
    "filter",
    "vector-effect",
];

/// Fonts as files name them. Programs that are no browsers may look at the first name of a list alone, and know none of
/// those that stand for a system's own fonts.
const FONTS: [(&str, &str); 2] = [
    (
        "--font",
        "'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Helvetica, sans-serif",
    ),
    ("--mono", "Consolas, Menlo, 'DejaVu Sans Mono', monospace"),
];

/// What matters to the page alone.
const FOR_THE_PAGE: [&str; 6] = ["class", "style", "role", "tabindex", "pathLength", "key"];

/// Writes a picture as a document of its own, with this title for those who don't see it.
#[must_use]
pub fn document(picture: &Node, width: f64, height: f64, title: &str, theme: Theme) -> String {
    let html = Node::new("html", &["data-theme"], vec![Some(theme.word().into())]);
    let mut writer = Writer {
        sheet: SHEET.get_or_init(|| Sheet::parse(&SHEETS)),
        out: String::new(),
    };
    let outside = Here {
        node: &html,
        parent: None,
        previous: None,
    };
    let (looks, mut inside) = writer.looks(&outside, &Inside::default());
    debug_assert!(looks.is_empty(), "the root has no looks");
    inside.values = inside.values.inside(FONTS.to_vec());
    let (width, height) = (number(width), number(height));
    let font = inside.values.resolve("var(--font)").unwrap_or_default();
    let paper = inside.values.resolve("var(--paper)").unwrap_or_default();
    // A string can't fail to be written to.
    let _ = writeln!(
        writer.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{}\" role=\"img\">",
        escaped(&font)
    );
    let _ = writeln!(writer.out, "<title>{}</title>", escaped(title));
    let _ = writeln!(
        writer.out,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
    );
    let picture = Here {
        node: picture,
        parent: Some(&outside),
        previous: None,
    };
    writer.element(&picture, &inside);
    writer.out.push_str("</svg>\n");
    writer.out
}

/// An element in its place.
struct Here<'a> {
    node: &'a Node,
    parent: Option<&'a Here<'a>>,
    previous: Option<&'a Here<'a>>,
}

impl Element for Here<'_> {
    fn name(&self) -> &str {
        self.node.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.node.get(name)
    }

    fn parent(&self) -> Option<&Self> {
        self.parent
    }

    fn previous(&self) -> Option<&Self> {
        self.previous
    }
}

/// What holds for all that is inside of an element.
#[derive(Clone)]
struct Inside {
    values: Rc<Values>,
    filter: Option<String>,
    scale: f64,
}

impl Default for Inside {
    fn default() -> Self {
        Self {
            values: Rc::default(),
            filter: None,
            scale: 1.0,
        }
    }
}

type Looks = Vec<(&'static str, String)>;

struct Writer {
    sheet: &'static Sheet,
    out: String,
}

impl Writer {
    fn element(&mut self, here: &Here<'_>, outside: &Inside) {
        let node = here.node;
        let (looks, inside) = self.looks(here, outside);
        let is_hidden = looks
            .iter()
            .any(|(name, value)| *name == "opacity" && value == "0");
        let is_empty = node.children.is_empty() && matches!(node.name, "g" | "svg");
        if is_hidden || is_empty {
            return;
        }
        // What the picture stands in is written already.
        let name = if node.name == "svg" { "g" } else { node.name };
        let start = self.out.len();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes(node) {
            if !looks.iter().any(|(name, _)| *name == key) {
                self.attribute(key, value);
            }
        }
        for (name, value) in &looks {
            self.attribute(name, value);
        }
        if let Some(text) = &node.text {
            let _ = writeln!(self.out, ">{}</{name}>", escaped(text));
            return;
        }
        if node.children.is_empty() {
            self.out.push_str("/>\n");
            return;
        }
        self.out.push_str(">\n");
        let open = self.out.len();
        for (index, child) in node.children.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| node.children.get(before));
            let before = before.map(|before| Here {
                node: before,
                parent: Some(here),
                previous: None,
            });
            let child = Here {
                node: child,
                parent: Some(here),
                previous: before.as_ref(),
            };
            self.element(&child, &inside);
        }
        if self.out.len() == open && name == "g" {
            self.out.truncate(start);
            return;
        }
        let _ = writeln!(self.out, "</{name}>");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.out, " {name}=\"{}\"", escaped(value));
    }

    /// What an element looks like, and what holds inside of it.
    fn looks(&self, here: &Here<'_>, outside: &Inside) -> (Looks, Inside) {
        let mut custom = Vec::new();
        let mut said: Vec<(&'static str, &str)> = Vec::new();
        for (name, value) in self.sheet.said_of(here) {
            if name.starts_with("--") {
                custom.push((name, value));
            } else {
                say(&mut said, name, value);
            }
        }
        for (name, value) in own_style(here.node) {
            say(&mut said, name, value);
        }
        for name in ["fill", "stroke", "font-family"] {
            if let Some(value) = here.node.get(name)
                && !said.iter().any(|(known, _)| *known == name)
            {
                said.push((name, value));
            }
        }
        let mut inside = outside.clone();
        inside.values = outside.values.inside(custom);
        let resolve = |value: &str| inside.values.resolve(value).map(|value| value.replace('"', "'"));
        let mut said: Looks = said
            .into_iter()
            .filter_map(|(name, value)| Some((name, resolve(value)?)))
            .collect();
        let mut take = |name: &str| {
            let at = said.iter().position(|(known, _)| *known == name)?;
            Some(said.remove(at).1)
        };
        let origin = take("transform-origin");
        let filter = take("filter");
        let is_scaled = take("vector-effect").is_none();
        inside.filter = filter.or(inside.filter);
        if let Some((_, value)) = said.iter_mut().find(|(name, _)| *name == "transform") {
            *value = transformation(value, origin.as_deref());
        }
        let transform = said.iter().find(|(name, _)| *name == "transform");
        let transform = transform.map(|(_, value)| value.as_str());
        inside.scale *= transform.or(here.node.get("transform")).map_or(1.0, scale_of);
        let mut looks = Looks::new();
        for (name, value) in said {
            match (name, Color::parse(&value)) {
                ("fill" | "stroke", Some(color)) => {
                    let color = inside
                        .filter
                        .as_deref()
                        .map_or(color, |filter| color.filtered(filter));
                    looks.push((name, color.hex()));
                    if color.alpha < 1.0 {
                        let opacity = if name == "fill" {
                            "fill-opacity"
                        } else {
                            "stroke-opacity"
                        };
                        looks.push((opacity, number(color.alpha)));
                    }
                }
                ("stroke-width", _) if !is_scaled => {
                    let width = value.trim_end_matches("px").parse().unwrap_or(1.0);
                    looks.push((name, number(width / inside.scale)));
                }
                ("font-family", _) => looks.push((name, value)),
                _ => looks.push((name, value.replace("px", ""))),
            }
        }
        (looks, inside)
    }
}

/// What is said of a property; what was said before counts no longer.
fn say<'a>(said: &mut Vec<(&'static str, &'a str)>, name: &str, value: &'a str) {
    let Some(name) = PROPERTIES.iter().find(|known| **known == name) else {
        return;
    };
    match said.iter_mut().find(|(known, _)| known == name) {
        Some((_, before)) => *before = value,
        None => said.push((name, value)),
    }
}

/// The element's own style.
fn own_style(node: &Node) -> impl Iterator<Item = (&str, &str)> {
    let style = node.get("style").unwrap_or_default();
    let parts = style.split(';').filter_map(|part| part.split_once(':'));
    parts.map(|(name, value)| (name.trim(), value.trim()))
}

/// The attributes that a file keeps.
fn attributes(node: &Node) -> impl Iterator<Item = (&'static str, &str)> {
    let pairs = node.keys.iter().zip(&node.values);
    let present = pairs.filter_map(|(key, value)| Some((*key, value.as_deref()?)));
    present.filter(|(key, _)| {
        !FOR_THE_PAGE.contains(key) && !key.starts_with("data-") && !key.starts_with("aria-")
    })
}

/// A style's transformation as an attribute says it: without units, and around the coordinates' origin.
fn transformation(style: &str, origin: Option<&str>) -> String {
    let plain = style.replace("px", "").replace("deg", "").replace(',', " ");
    // SVG has no `translateY`.
    let plain = plain.replace("translateY(", "translate(0 ");
    let Some((x, y)) = origin.and_then(|origin| origin.split_once(' ')) else {
        return plain;
    };
    let length = |text: &str| text.trim_end_matches("px").parse().unwrap_or(0.0);
    let (x, y): (f64, f64) = (length(x), length(y));
    format!(
        "translate({} {}) {plain} translate({} {})",
        number(x),
        number(y),
        number(-x),
        number(-y)
    )
}

/// How much larger things are inside.
fn scale_of(transform: &str) -> f64 {
    let scale = transform.split_once("scale(").and_then(|(_, rest)| {
        let (number, _) = rest.split_once(')')?;
        number.parse::<f64>().ok()
    });
    scale.filter(|scale| *scale > 0.0).unwrap_or(1.0)
}

/// A text with what XML would misread or refuse written otherwise.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("    "),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::{circle, group, point, text, walking};

    fn drawn(node: Node, theme: Theme) -> String {
        let picture = group("scene-picture", [node]);
        let document = document(&picture, 10.0, 10.0, "t", theme);
        document.lines().skip(4).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn looks_come_from_the_pages_style_sheets_in_either_theme() {
        let lamp = |theme| {
            let lamp = circle("lamp", point(0.0, 0.0), 4.5);
            let jack = Node::new(
                "g",
                &["class", "data-lamp"],
                vec![Some("jack".into()), Some("ready".into())],
            );
            drawn(jack.with([lamp]), theme)
        };
        let amber = |theme: Theme| {
            let html = Node::new("html", &["data-theme"], vec![Some(theme.word().into())]);
            let root = Here {
                node: &html,
                parent: None,
                previous: None,
            };
            let tokens = Sheet::parse(&SHEETS[..1]);
            let said = tokens
                .said_of(&root)
                .filter(|(name, _)| *name == "--amber")
                .last();
            format!("fill=\"{}\"", said.expect("amber").1)
        };
        assert!(lamp(Theme::Light).contains(&amber(Theme::Light)));
        assert!(lamp(Theme::Dark).contains(&amber(Theme::Dark)));
        assert_ne!(amber(Theme::Light), amber(Theme::Dark));
    }

    #[test]
    fn fonts_begin_with_one_that_every_program_knows() {
        let code = Node::new("text", &["font-family"], vec![Some("var(--mono)".into())]);
        let svg = document(&group("", [code]), 10.0, 10.0, "t", Theme::Light);
        assert!(svg.contains(" font-family=\"'Segoe UI', "), "{svg}");
        assert!(svg.contains("<text font-family=\"Consolas, "), "{svg}");
        assert!(
            !svg.contains("system-ui") && !svg.contains("ui-monospace"),
            "{svg}"
        );
    }

    #[test]
    fn texts_are_escaped() {
        let svg = drawn(text("name", point(1.0, 2.0), "<b>&\"\u{1b}"), Theme::Light);
        assert!(svg.contains(">&lt;b&gt;&amp;&quot;\u{fffd}</text>"), "{svg}");
    }

    #[test]
    fn what_walks_on_the_page_stands_in_a_file() {
        let group = walking(
            "client",
            "transform:translate(3.5px,4px)".to_owned(),
            [text("", point(0.0, 0.0), "a")],
        );
        let svg = drawn(group, Theme::Light);
        assert!(svg.contains("transform=\"translate(3.5 4)\""), "{svg}");
        assert!(!svg.contains("class="), "{svg}");
    }
}
