//! A newer version of the page, which the browser has fetched already. `static/offline.js` is at the other end.

use gloo_events::EventListener;
use gloo_utils::window;
use web_sys::Event;

/// Calls when there is one.
pub fn on_offer(call: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "switchboard-update", move |_| call())
}

/// Opens it in the place of this one.
pub fn take() {
    if let Ok(event) = Event::new("switchboard-renew") {
        // Where nobody listens there was no offer.
        let _ = window().dispatch_event(&event);
    }
}
