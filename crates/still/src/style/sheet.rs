//! Style sheets, cut into rules.

use std::collections::HashMap;

use super::selector::{Element, Selector};
use super::values::split_top;

/// A rule: for which elements, and what it says of them.
#[derive(Clone, Debug)]
pub struct Rule {
    pub selector: Selector,
    pub declarations: Vec<(&'static str, &'static str)>,
}

/// Style sheets, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    rules: Vec<Rule>,
    /// The rules that are about elements of a class alone, by their places.
    of_classes: HashMap<&'static str, Vec<usize>>,
    /// The other rules.
    of_any: Vec<usize>,
}

impl Sheet {
    /// Reads style sheets. What depends on a device (`@media`) and motion (`@keyframes`) is left out.
    #[must_use]
    pub fn parse(texts: &[&'static str]) -> Self {
        let mut rules = Vec::new();
        for text in texts {
            let mut rest = *text;
            while let Some((head, after)) = rest.split_once('{') {
                let Some(end) = end_of_block(after) else { break };
                let body = after.get(..end).unwrap_or_default();
                rest = after.get(end + 1..).unwrap_or_default();
                let head = without_comments(head);
                if head.starts_with('@') {
                    continue;
                }
                let declarations = declarations(body);
                let selectors = split_top(head, ',').into_iter().filter_map(Selector::parse);
                rules.extend(selectors.map(|selector| Rule {
                    selector,
                    declarations: declarations.clone(),
                }));
            }
        }
        // Equally heavy ones stay in their order.
        rules.sort_by_key(|rule| rule.selector.weight);
        let mut sheet = Self::default();
        for (place, rule) in rules.iter().enumerate() {
            let places = match rule.selector.class() {
                Some(class) => sheet.of_classes.entry(class).or_default(),
                None => &mut sheet.of_any,
            };
            places.push(place);
        }
        sheet.rules = rules;
        sheet
    }

    /// All that is said of an element; what counts is what was said last.
    pub fn said_of<'a, E: Element>(
        &'a self,
        element: &'a E,
    ) -> impl Iterator<Item = (&'static str, &'static str)> + 'a {
        let classes = element.attribute("class").unwrap_or_default().split(' ');
        let of_classes = classes.filter_map(|class| self.of_classes.get(class)).flatten();
        let mut places: Vec<usize> = self.of_any.iter().chain(of_classes).copied().collect();
        places.sort_unstable();
        let rules = places.into_iter().filter_map(|place| self.rules.get(place));
        rules
            .filter(|rule| rule.selector.matches(element))
            .flat_map(|rule| rule.declarations.iter().copied())
    }
}

/// Where the block that is open at the beginning ends.
fn end_of_block(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return Some(at),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn declarations(body: &'static str) -> Vec<(&'static str, &'static str)> {
    let lines = split_top(body, ';').into_iter();
    lines
        .filter_map(|line| {
            let (name, value) = without_comments(line).split_once(':')?;
            Some((name.trim(), value.trim()))
        })
        .collect()
}

/// A piece without the comments at its beginning.
fn without_comments(mut text: &str) -> &str {
    text = text.trim();
    while let Some((_, after)) = text.strip_prefix("/*").and_then(|rest| rest.split_once("*/")) {
        text = after.trim_start();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_what_depends_on_the_device_is_not() {
        let sheet = Sheet::parse(&[
            "/* A; b. */\n.a, .b { fill: var(--x, url(#c)); /* why */ opacity: 0 }\n\
                                    @media (x) { .c { fill: #000 } }\n.d:hover { fill: #111 }",
        ]);
        let heads: Vec<_> = sheet.rules.iter().map(|rule| rule.declarations.clone()).collect();
        let expected = vec![("fill", "var(--x, url(#c))"), ("opacity", "0")];
        assert_eq!(heads, [expected.clone(), expected]);
    }
}
