//! Values of style sheets: custom properties that hold for an element, and what a value is once they are put in.

use std::rc::Rc;

/// The custom properties that hold for an element: its own, and those of what it stands in.
#[derive(Clone, Debug, Default)]
pub struct Values {
    own: Rc<Vec<(&'static str, &'static str)>>,
    outer: Option<Rc<Values>>,
}

/// Deeper than this, references are taken to go round in circles.
const DEEPEST: usize = 16;

impl Values {
    /// What holds inside: these, and what holds outside.
    #[must_use]
    pub fn inside(self: &Rc<Self>, own: Vec<(&'static str, &'static str)>) -> Rc<Self> {
        if own.is_empty() {
            return Rc::clone(self);
        }
        Rc::new(Self {
            own: Rc::new(own),
            outer: Some(Rc::clone(self)),
        })
    }

    fn get(&self, name: &str) -> Option<&'static str> {
        let own = self.own.iter().rev().find(|(known, _)| *known == name);
        match own {
            Some((_, value)) => Some(value),
            None => self.outer.as_ref()?.get(name),
        }
    }

    /// A value with each `var(…)` replaced by what holds; none where one holds nothing.
    #[must_use]
    pub fn resolve(&self, value: &str) -> Option<String> {
        self.resolve_within(value, DEEPEST)
    }

    fn resolve_within(&self, value: &str, depth: usize) -> Option<String> {
        let Some((before, rest)) = value.split_once("var(") else {
            return Some(value.to_owned());
        };
        let depth = depth.checked_sub(1)?;
        let end = closing(rest)?;
        let (inside, after) = (rest.get(..end)?, rest.get(end + 1..)?);
        let (name, fallback) = match inside.split_once(',') {
            Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
            None => (inside.trim(), None),
        };
        let value = self.get(name).or(fallback)?;
        let value = self.resolve_within(value, depth)?;
        let after = self.resolve_within(after, depth)?;
        Some(format!("{before}{value}{after}"))
    }
}

/// Where the bracket that is open at the beginning is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Cuts a text at a character, but not inside of brackets or quotes.
#[must_use]
pub fn split_top(text: &str, at: char) -> Vec<&str> {
    let (mut depth, mut quoted, mut start) = (0_usize, false, 0);
    let mut parts = Vec::new();
    for (index, character) in text.char_indices() {
        match character {
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth = depth.saturating_sub(1),
            _ if character == at && depth == 0 && !quoted => {
                parts.push(text.get(start..index).unwrap_or_default());
                start = index + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_what_holds_where_it_is_used() {
        let root = Rc::new(Values::default()).inside(vec![("--a", "#111111"), ("--b", "var(--a)")]);
        let inner = root.inside(vec![("--a", "#222222")]);
        assert_eq!(root.resolve("var(--b)").as_deref(), Some("#111111"));
        assert_eq!(inner.resolve("x(var(--a), 3)").as_deref(), Some("x(#222222, 3)"));
        assert_eq!(root.resolve("var(--c, var(--a))").as_deref(), Some("#111111"));
        assert_eq!(root.resolve("var(--c)"), None);
    }

    #[test]
    fn what_refers_to_itself_has_no_value() {
        let root = Rc::new(Values::default()).inside(vec![("--a", "var(--a)")]);
        assert_eq!(root.resolve("var(--a)"), None);
    }
}
