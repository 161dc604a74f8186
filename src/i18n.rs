//! The texts that people read, and which of their languages the browser asks for.

pub use switchboard_i18n::*;

/// The first of the browser's languages that the page has.
pub fn of_browser() -> Lang {
    let languages = gloo_utils::window().navigator().languages();
    languages
        .iter()
        .filter_map(|tag| tag.as_string())
        .find_map(|tag| Lang::from_tag(&tag))
        .unwrap_or(Lang::En)
}
