//! Text that comes from beside the page or out of files, and goes into files.

use switchboard_scenario::MAX_PAYLOAD;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/files.js")]
extern "C" {
    fn fetch_text(address: &str, done: JsValue);
    fn read_file(file: &JsValue, limit: u32, done: JsValue);
    fn choose_file(kinds: &str, done: JsValue);
    fn on_drop(done: &JsValue);
    fn on_paste(done: &JsValue);
    /// Whether the system has a way of its own to share links.
    pub fn can_send() -> bool;
    /// Opens it.
    pub fn send(title: &str, url: &str);
    fn save_file(name: &str, content: &JsValue, kind: &str);
    /// Has the browser save an SVG picture as a PNG.
    pub fn save_png(name: &str, svg: &str);
    /// Whether the page is shown by night.
    pub fn is_dark() -> bool;
    fn on_print(markup: &JsValue);
}

/// A file that a person has given to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub name: String,
    /// Nothing if it can't be read, or is larger than any scenario.
    pub text: Option<String>,
}

/// Fetches a text that lies beside the page; none where that fails.
pub fn fetch(address: &str, done: impl FnOnce(Option<String>) + 'static) {
    fetch_text(
        address,
        Closure::once_into_js(move |text: JsValue| done(text.as_string())),
    );
}

/// Has the person choose a file of these kinds; hands it over if they do.
pub fn choose(kinds: &str, done: impl FnOnce(Given) + 'static) {
    choose_file(
        kinds,
        Closure::once_into_js(move |file: JsValue| read(&file, done)),
    );
}

/// Hands over each file that is dropped on the page from now on.
pub fn watch_drops(done: impl Fn(Given) + Clone + 'static) {
    let each = Closure::<dyn Fn(JsValue)>::new(move |file: JsValue| read(&file, done.clone()));
    on_drop(&each.into_js_value());
}

/// Hands over each text that is pasted from now on where nothing is written.
pub fn watch_pastes(done: impl Fn(String) + 'static) {
    let each = Closure::<dyn Fn(JsValue)>::new(move |text: JsValue| {
        if let Some(text) = text.as_string() {
            done(text);
        }
    });
    on_paste(&each.into_js_value());
}

/// Has the browser save a text as a file.
pub fn save(name: &str, text: &str, kind: &str) {
    save_file(name, &text.into(), kind);
}

/// Adds this markup to the page whenever it is printed.
pub fn watch_printing(markup: impl Fn() -> String + 'static) {
    on_print(&Closure::<dyn Fn() -> String>::new(markup).into_js_value());
}

fn read(file: &JsValue, done: impl FnOnce(Given) + 'static) {
    let limit = u32::try_from(MAX_PAYLOAD).unwrap_or(u32::MAX);
    let done = Closure::once_into_js(move |name: JsValue, text: JsValue| {
        done(Given {
            name: name.as_string().unwrap_or_default(),
            text: text.as_string(),
        });
    });
    read_file(file, limit, done);
}
