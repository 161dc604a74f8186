//! The keys of the page: each has one meaning everywhere but where text is edited.

use switchboard_view::{Direction, Unit};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::host::page;
use crate::session::{Action, ProgramView};

/// What a key asks for; nothing where it belongs to somebody else.
pub fn action_of(event: &KeyboardEvent) -> Option<Action> {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let is_with_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if is_with_modifier || event.default_prevented() || page::is_typing(target.as_ref()) {
        return None;
    }
    let is_on = |controls: &str| {
        let is_one = target.as_ref().map(|element| element.matches(controls));
        is_one.and_then(Result::ok).unwrap_or(false)
    };
    match event.key().as_str() {
        " " | "Enter" if is_on(PRESSED) || is_on(MOVED) => None,
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End" if is_on(MOVED) => None,
        " " => Some(Action::Toggle),
        "ArrowRight" => Some(Action::Step(Direction::Forward)),
        "ArrowLeft" => Some(Action::Step(Direction::Back)),
        "j" => Some(Action::StepBy(Direction::Forward, Unit::Line)),
        "k" => Some(Action::StepBy(Direction::Back, Unit::Line)),
        "PageDown" if page::is_presenting() => Some(Action::Step(Direction::Forward)),
        "PageUp" if page::is_presenting() => Some(Action::Step(Direction::Back)),
        "Home" => Some(Action::Seek(0)),
        "End" => Some(Action::SeekEnd),
        "r" => Some(Action::Restart),
        "e" => Some(Action::ShowProgram(ProgramView::Editor)),
        // A frame opens no dialogs; the deck around it may.
        "?" | "p" | "Escape" if page::is_framed() => None,
        "p" => Some(Action::Present),
        "?" => Some(Action::ShowHelp),
        "Escape" => Some(Action::CloseDialogs),
        _ => None,
    }
}

/// What means something by space and Enter while it has the focus; arrows step on from there too.
const PRESSED: &str = "button, a[href], summary";

/// What means something by the arrows as well.
const MOVED: &str = "input, select, [role=tab], [role=separator], [role=slider], [role=option], [data-keys]";
