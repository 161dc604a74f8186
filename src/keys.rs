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
    let is_on_control = target.is_some_and(|element| owns_its_keys(&element));
    match event.key().as_str() {
        " " | "Enter" if is_on_control => None,
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End" if is_on_control => None,
        " " => Some(Action::Toggle),
        "ArrowRight" => Some(Action::Step(Direction::Forward)),
        "ArrowLeft" => Some(Action::Step(Direction::Back)),
        "j" => Some(Action::StepBy(Direction::Forward, Unit::Line)),
        "k" => Some(Action::StepBy(Direction::Back, Unit::Line)),
        "Home" => Some(Action::Seek(0)),
        "End" => Some(Action::SeekEnd),
        "r" => Some(Action::Restart),
        "e" => Some(Action::ShowProgram(ProgramView::Editor)),
        "?" => Some(Action::ShowHelp(true)),
        "Escape" => Some(Action::ShowHelp(false)),
        _ => None,
    }
}

/// Whether a focused element means something by space, Enter and the arrows itself.
fn owns_its_keys(element: &Element) -> bool {
    const CONTROLS: &str = "button, a[href], input, select, summary, [role=tab], [role=separator], [role=slider], \
                            [role=option], [data-keys]";
    element.matches(CONTROLS).unwrap_or(false)
}
