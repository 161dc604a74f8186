//! The clipboard.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/clipboard.js")]
extern "C" {
    fn copy_text(text: &str, done: JsValue);
}

/// Puts a text into the clipboard, where the browser lets the page do so; then tells whether it did.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let done = Closure::once_into_js(move |is_copied: bool| done(is_copied));
    copy_text(text, done);
}
