//! When the page itself fails: a panic is told to the person, who can reload and loses nothing.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/static/crash.js")]
extern "C" {
    #[wasm_bindgen(js_name = showCrash)]
    fn show_crash(report: &str);
}

/// Shows panics from now on. Yew has a hook of its own, which it would set over any other that it does not know of.
pub fn watch() {
    yew::set_custom_panic_hook(Box::new(|info| {
        show_crash(&format!("Switchboard {}\n{info}", env!("CARGO_PKG_VERSION")));
    }));
}
