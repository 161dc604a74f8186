//! Links: scenarios in the page's address.

use gloo_events::EventListener;
use js_sys::Uint8Array;
use switchboard_scenario::{self as scenario, LinkError, MAX_PAYLOAD, Scenario};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/link.js")]
extern "C" {
    fn deflate(bytes: &[u8], done: JsValue);
    fn inflate(bytes: &[u8], limit: u32, done: JsValue);
    /// Puts a fragment into the address bar, or none if it is empty, without a new entry in the history.
    pub fn show_fragment(fragment: &str);
    /// Opens the page by itself, with what a fragment carries.
    pub fn open_full_page(fragment: &str);
}

/// What the address carries from `#` on.
pub fn fragment() -> String {
    gloo_utils::window().location().hash().unwrap_or_default()
}

/// What the address asks for, from `?` on.
pub fn query() -> String {
    gloo_utils::window().location().search().unwrap_or_default()
}

/// The page's address without what it carries.
pub fn base() -> String {
    let address = gloo_utils::window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Calls whenever somebody has changed the fragment in the address bar.
pub fn on_change(call: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo_utils::window(), "hashchange", move |_| call())
}

/// Reads a link; hands over the scenario when it is there.
pub fn read(link: &str, done: impl FnOnce(Result<Scenario, LinkError>) + 'static) {
    if link.is_empty() {
        // Most visits bring none, and do without what reads it.
        return done(Err(LinkError::NoScenario));
    }
    match scenario::from_link(link) {
        Err(error) => done(Err(error)),
        Ok(compressed) => {
            let limit = u32::try_from(MAX_PAYLOAD).unwrap_or(u32::MAX);
            inflate(&compressed, limit, once(move |payload| done(unpacked(&payload))));
        }
    }
}

/// Writes a scenario as a fragment, without its `#`; hands it over when it is there. A browser that can't compress gives
/// none.
pub fn write(written: &Scenario, done: impl FnOnce(Option<String>) + 'static) {
    let payload = scenario::pack(written);
    deflate(
        &payload,
        once(move |compressed| {
            let bytes = compressed.dyn_ref::<Uint8Array>();
            done(bytes.map(|bytes| scenario::to_fragment(&bytes.to_vec())));
        }),
    );
}

fn unpacked(payload: &JsValue) -> Result<Scenario, LinkError> {
    match payload.dyn_ref::<Uint8Array>() {
        Some(bytes) => scenario::unpack(&bytes.to_vec()),
        None if payload.is_null() => Err(LinkError::TooLarge),
        None => Err(LinkError::Mangled),
    }
}

fn once(call: impl FnOnce(JsValue) + 'static) -> JsValue {
    Closure::once_into_js(call)
}
