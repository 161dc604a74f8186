//! When the page itself fails: a panic is told to the person, who can reload and loses nothing.

use std::panic;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/static/crash.js")]
extern "C" {
    #[wasm_bindgen(js_name = showCrash)]
    fn show_crash(report: &str);
}

/// Shows panics from now on.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        show_crash(&format!("Switchboard {}\n{info}", env!("CARGO_PKG_VERSION")));
    }));
}
