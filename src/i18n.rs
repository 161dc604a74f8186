//! The texts that people read, and in which language the page begins.

pub use switchboard_i18n::*;

/// The language that `static/start.js` has found before the app starts.
pub fn of_page() -> Lang {
    let root = gloo_utils::document().document_element();
    let tag = root.and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::En)
}
