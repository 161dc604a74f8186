//! Selectors: which elements a rule of a style sheet is about.

use super::values::split_top;

/// What selectors ask an element for.
pub trait Element {
    fn name(&self) -> &str;
    fn attribute(&self, name: &str) -> Option<&str>;
    /// What it stands in; none for the root.
    fn parent(&self) -> Option<&Self>;
    /// The one before it in the same parent.
    fn previous(&self) -> Option<&Self>;
}

/// A selector. Those that need more than a picture knows (`:hover`, `:has()`) can't be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Selector {
    /// From the element itself outwards.
    steps: Vec<(Compound, Relation)>,
    pub weight: u32,
}

/// How one step of a selector stands to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Inside,
    DirectlyInside,
    RightAfter,
    /// There is no next one.
    Alone,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Compound {
    name: Option<&'static str>,
    classes: Vec<&'static str>,
    attributes: Vec<(&'static str, Option<&'static str>)>,
    is_root: bool,
    not: Vec<Compound>,
    any: Vec<Vec<Compound>>,
}

impl Selector {
    /// Reads a selector without commas.
    #[must_use]
    pub fn parse(text: &'static str) -> Option<Self> {
        let mut steps: Vec<(Compound, Relation)> = Vec::new();
        let mut relation = Relation::Alone;
        for word in split_top(text.trim(), ' ') {
            match word.trim() {
                "" => continue,
                ">" => relation = Relation::DirectlyInside,
                "+" => relation = Relation::RightAfter,
                word => {
                    steps.push((Compound::parse(word)?, relation));
                    relation = Relation::Inside;
                }
            }
        }
        steps.reverse();
        let weight = steps.iter().map(|(compound, _)| compound.weight()).sum();
        (!steps.is_empty()).then_some(Self { steps, weight })
    }

    /// A class that each element has that it is about.
    #[must_use]
    pub fn class(&self) -> Option<&'static str> {
        self.steps.first()?.0.classes.first().copied()
    }

    /// Whether it is about this element.
    #[must_use]
    pub fn matches<E: Element>(&self, element: &E) -> bool {
        matches(&self.steps, element)
    }
}

fn matches<E: Element>(steps: &[(Compound, Relation)], element: &E) -> bool {
    let Some(((compound, relation), outer)) = steps.split_first() else {
        return true;
    };
    if !compound.matches(element) {
        return false;
    }
    match relation {
        Relation::Alone => true,
        Relation::RightAfter => element.previous().is_some_and(|before| matches(outer, before)),
        Relation::DirectlyInside => element.parent().is_some_and(|parent| matches(outer, parent)),
        Relation::Inside => {
            let mut around = element.parent();
            while let Some(element) = around {
                if matches(outer, element) {
                    return true;
                }
                around = element.parent();
            }
            false
        }
    }
}

impl Compound {
    fn parse(mut text: &'static str) -> Option<Self> {
        let mut compound = Self::default();
        let name = text.get(..name_length(text))?;
        if !name.is_empty() {
            compound.name = Some(name);
            text = text.get(name.len()..)?;
        } else if let Some(rest) = text.strip_prefix('*') {
            text = rest;
        }
        while !text.is_empty() {
            if let Some(rest) = text.strip_prefix('.') {
                let (class, rest) = rest.split_at_checked(name_length(rest))?;
                compound.classes.push(class);
                text = rest;
            } else if let Some(rest) = text.strip_prefix('[') {
                let (inside, rest) = rest.split_once(']')?;
                compound.attributes.push(match inside.split_once('=') {
                    Some((name, value)) => (name, Some(value.trim_matches('"'))),
                    None => (inside, None),
                });
                text = rest;
            } else if let Some(rest) = text.strip_prefix(":root") {
                compound.is_root = true;
                text = rest;
            } else {
                let (kind, rest) = text.split_once('(')?;
                let (inside, rest) = rest.split_once(')')?;
                let inner = split_top(inside, ',')
                    .into_iter()
                    .map(|one| Self::parse(one.trim()));
                let inner: Vec<Self> = inner.collect::<Option<_>>()?;
                match kind {
                    ":not" => compound.not.extend(inner),
                    ":is" => compound.any.push(inner),
                    _ => return None,
                }
                text = rest;
            }
        }
        Some(compound)
    }

    fn matches<E: Element>(&self, element: &E) -> bool {
        let classes = element.attribute("class").unwrap_or_default();
        self.name.is_none_or(|name| name == element.name())
            && (!self.is_root || element.parent().is_none())
            && self
                .classes
                .iter()
                .all(|class| classes.split(' ').any(|has| has == *class))
            && self.attributes.iter().all(|(name, value)| {
                let has = element.attribute(name);
                value.map_or(has.is_some(), |value| has == Some(value))
            })
            && !self.not.iter().any(|not| not.matches(element))
            && self
                .any
                .iter()
                .all(|any| any.iter().any(|one| one.matches(element)))
    }

    fn weight(&self) -> u32 {
        let own = self.classes.len() + self.attributes.len() + usize::from(self.is_root);
        let heaviest = |inner: &[Self]| inner.iter().map(Self::weight).max().unwrap_or_default();
        100 * own as u32
            + u32::from(self.name.is_some())
            + heaviest(&self.not)
            + self.any.iter().map(|any| heaviest(any)).sum::<u32>()
    }
}

fn name_length(text: &str) -> usize {
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    text.find(|character| !is_part(character)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fake {
        name: &'static str,
        class: &'static str,
        inside: Option<Box<Fake>>,
        after: Option<Box<Fake>>,
    }

    impl Element for Fake {
        fn name(&self) -> &str {
            self.name
        }
        fn attribute(&self, name: &str) -> Option<&str> {
            (name == "class").then_some(self.class)
        }
        fn parent(&self) -> Option<&Self> {
            self.inside.as_deref()
        }
        fn previous(&self) -> Option<&Self> {
            self.after.as_deref()
        }
    }

    fn fake(name: &'static str, class: &'static str) -> Fake {
        Fake {
            name,
            class,
            inside: None,
            after: None,
        }
    }

    fn matches(selector: &'static str, element: &Fake) -> bool {
        Selector::parse(selector).is_some_and(|selector| selector.matches(element))
    }

    #[test]
    fn an_element_is_found_by_its_classes_and_what_it_stands_in() {
        let mut text = fake("text", "place-number");
        text.after = Some(Box::new(fake("circle", "place next")));
        text.inside = Some(Box::new(fake("g", "client")));
        assert!(matches(".client text", &text));
        assert!(matches(".place.next + text.place-number", &text));
        assert!(matches(".client:not(.empty) .place-number", &text));
        assert!(matches(":is(.slip, .client) text", &text));
        assert!(!matches(".client circle", &text));
        assert!(!matches(".client.empty text", &text));
        assert!(!matches(".client:not(.client) text", &text));
        assert!(!matches("[data-lit] text", &text));
    }

    #[test]
    fn what_a_picture_can_not_know_is_not_read() {
        assert_eq!(Selector::parse(".figure:focus-visible .body"), None);
        assert_eq!(Selector::parse(".stage:has(.tall)"), None);
    }

    #[test]
    fn more_classes_weigh_more_than_names() {
        let weight = |text| Selector::parse(text).map(|selector| selector.weight);
        assert_eq!(weight(".a text"), Some(101));
        assert_eq!(weight(".a.b"), Some(200));
        assert_eq!(weight(".a:not(.b) c"), Some(201));
    }
}
