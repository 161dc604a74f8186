//! The clipboard.

use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;

/// Puts a text into the clipboard, where the browser lets the page do so.
pub fn copy(text: &str) {
    let promise = gloo_utils::window().navigator().clipboard().write_text(text);
    spawn_local(async move {
        // Whoever may not use the clipboard still has the text in front of them.
        let _ = JsFuture::from(promise).await;
    });
}
