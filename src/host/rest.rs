//! The rest of the page's wasm, which is loaded after the page has started.
//!
//! `cargo xtask build` splits the wasm after it is compiled; nothing in the sources knows which function went where.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/host/rest.js")]
extern "C" {
    fn prefetch_rest(exports: &JsValue, message: &str);
    fn demand_rest(exports: &JsValue);
}

/// Has the rest fetched while the page does other things. `message` is what an error says when the rest is needed and
/// can't be had.
pub fn prefetch(message: &str) {
    prefetch_rest(&wasm_bindgen::exports(), message);
}

/// Loads the rest at once. Nothing in Rust calls it: the build makes functions do so that went to the rest, and this
/// export keeps what they call in the program.
#[wasm_bindgen(js_name = loadRest)]
pub fn load() {
    demand_rest(&wasm_bindgen::exports());
}
