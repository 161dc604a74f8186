//! What a person opens: a program, a scenario file or a link, from a file or the clipboard.

use std::rc::Rc;

use switchboard_scenario::{LinkError, Scenario, from_link, read_file};

use super::action::Action;
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

/// Opens a text that was pasted, as soon as what it links to is there.
pub fn open_pasted(text: &str, lang: Lang, done: impl FnOnce(Action) + 'static) {
    if from_link(text) == Err(LinkError::NoScenario) {
        done(open_text(text, text.starts_with(FRONT_MATTER), lang));
        return;
    }
    link::read(text, |read| {
        done(match read {
            Ok(scenario) => Action::Open(Rc::new(scenario)),
            Err(error) => Action::Refuse(Refused::Link(error)),
        });
    });
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
