//! Rows that lead somewhere: one stop for the tab key in a whole list, and arrows that walk over its rows.

use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::host::page;

/// What can have the focus in a row.
const BUTTONS: &str = ".row-button";

/// Whether the tab key stops at a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Here,
    /// Only the arrows lead there.
    Elsewhere,
}

impl Stop {
    /// The tab key stops at the newest row alone.
    pub const fn of(is_newest: bool) -> Self {
        if is_newest { Self::Here } else { Self::Elsewhere }
    }

    /// As HTML says it.
    pub const fn tabindex(self) -> &'static str {
        match self {
            Self::Here => "0",
            Self::Elsewhere => "-1",
        }
    }
}

/// The button of a row for those who have no mouse. What it does is up to the row, which hears of its click as well.
pub fn row_button(stop: Stop, class: &'static str, text: String) -> Html {
    html! {
        <button class={ classes!("row-button", class) } tabindex={ stop.tabindex() } data-keys="">{ text }</button>
    }
}

/// Has the arrows walk over the rows of a list.
pub fn walk_rows() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            "Home" => i32::MIN,
            "End" => i32::MAX,
            _ => return,
        };
        if let Some(element) = event.target_dyn_into::<Element>() {
            event.prevent_default();
            page::focus_row(&element, BUTTONS, by);
        }
    })
}
