//! Macrotasks: work that the browser does after what it has to do already, and before anything that is further away.
//!
//! A message to oneself is the browser's own way to ask for one. `setTimeout(0)` waits for 4 ms once it is nested,
//! and a microtask would keep the page from being drawn and clicked.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{MessageChannel, MessagePort};

/// A callback that runs as a macrotask whenever it is asked for.
pub struct Macrotask {
    sender: MessagePort,
    receiver: MessagePort,
    /// Taken off the port when this is dropped.
    _listener: EventListener,
}

impl Macrotask {
    /// A macrotask that runs this callback.
    pub fn new(mut callback: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let receiver = channel.port1();
        let listener = EventListener::new(&receiver, "message", move |_| callback());
        receiver.start();
        Ok(Self {
            sender: channel.port2(),
            receiver,
            _listener: listener,
        })
    }

    /// Asks for the callback to run once more, soon.
    pub fn post(&self) {
        // The message has no content, so that there is nothing in it that could not be sent.
        let _ = self.sender.post_message(&JsValue::NULL);
    }
}

impl Drop for Macrotask {
    fn drop(&mut self) {
        self.receiver.close();
    }
}
