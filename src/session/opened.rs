//! What a person opens: a program, a scenario file or a link, from a file or the clipboard.

use std::rc::Rc;

use switchboard_scenario::{LinkError, Scenario, from_link, read_file};

use super::action::Action;
use super::gallery::{self, Gallery};
use super::state::Refused;
use crate::host::files::Given;
use crate::host::link;
use crate::i18n::Lang;

/// How scenario files begin.
const FRONT_MATTER: &str = "---\n";

/// Opens a file's text.
pub fn open_file(given: Given, lang: Lang) -> Action {
    match given.text {
        // Text has no such character.
        Some(text) if !text.contains('\0') => open_text(&text, given.name.ends_with(".md"), lang),
        _ => Action::Refuse(Refused::Unreadable),
    }
}

/// Opens a text, as soon as what it links to is there: a link, a scenario file or a program.
pub fn open_given(text: &str, lang: Lang, done: impl FnOnce(Followed) + 'static) {
    if is_link(text) {
        follow_link(text, done);
        return;
    }
    let action = open_text(text, text.starts_with(FRONT_MATTER), lang);
    let problem = match &action {
        Action::Refuse(Refused::File(line)) => Some(format!("this is no scenario file: look at line {line}")),
        _ => None,
    };
    done(Followed {
        actions: vec![action],
        problem,
    });
}

/// What has come of following a link.
#[derive(Clone, Debug, Default)]
pub struct Followed {
    /// What there is to do now; nothing if it was no link.
    pub actions: Vec<Action>,
    /// Why it leads nowhere, for host scripts.
    pub problem: Option<String>,
}

/// Whether a text is a link, be it damaged, to a scenario in it or in the gallery.
pub fn is_link(text: &str) -> bool {
    gallery::id_of(text).is_some() || from_link(text) != Err(LinkError::NoScenario)
}

/// Follows a link: a whole address, or what stands in it from `#` on.
pub fn follow_link(link: &str, done: impl FnOnce(Followed) + 'static) {
    if let Some(id) = gallery::id_of(link) {
        let id: Rc<str> = id.into();
        gallery::fetch(move |gallery| done(found(id, gallery)));
        return;
    }
    link::read(link, |read| {
        done(match read {
            Ok(scenario) => Followed {
                actions: vec![Action::Open(Rc::new(scenario))],
                problem: None,
            },
            // A fragment may be anything; it is no mistake that it is not a link.
            Err(LinkError::NoScenario) => Followed::default(),
            Err(error) => Followed {
                actions: vec![Action::Refuse(Refused::Link(error))],
                problem: Some(error.to_string()),
            },
        });
    });
}

fn found(id: Rc<str>, gallery: Option<Gallery>) -> Followed {
    let is_there = gallery
        .as_ref()
        .map(|gallery| gallery.iter().any(|entry| entry.id == id));
    let problem = match is_there {
        Some(true) => None,
        Some(false) => Some(format!("the gallery has no scenario {id}")),
        None => Some("the gallery could not be loaded".to_owned()),
    };
    let open = gallery.is_some().then_some(Action::OpenEntry(id));
    Followed {
        actions: std::iter::once(Action::Receive(gallery)).chain(open).collect(),
        problem,
    }
}

fn open_text(text: &str, is_scenario: bool, lang: Lang) -> Action {
    if !is_scenario {
        return Action::Open(Rc::new(Scenario::of_program(text.replace("\r\n", "\n"))));
    }
    match read_file(text) {
        Ok(document) => Action::Open(Rc::new(document.scenario(lang.tag()))),
        Err(error) => Action::Refuse(Refused::File(error.line)),
    }
}
