//! The rest of the page's wasm, which is loaded after the page has started.
//!
//! `cargo xtask build` splits the wasm after it is compiled; nothing in the sources knows which function went where.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/host/rest.js")]
extern "C" {
    fn prefetch_rest(exports: &JsValue, message: &str);
    fn demand_rest(exports: &JsValue);
    fn after_rest(callback: &JsValue);
}

/// Has the rest fetched while the page does other things. `message` is what an error says when the rest is needed and
/// can't be had.
pub fn prefetch(message: &str) {
    prefetch_rest(&wasm_bindgen::exports(), message);
}

/// Work that waits until the rest is there and the browser is idle. Dropping it takes it back.
pub struct Later {
    work: Work,
}

/// What there is to do, until it is done or taken back.
type Work = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

impl Later {
    /// Does this later: what the first program needs before it runs is not made larger by it.
    pub fn new(work: impl FnOnce() + 'static) -> Self {
        let work: Work = Rc::new(RefCell::new(Some(Box::new(work))));
        let asked = Rc::clone(&work);
        after_rest(&Closure::once_into_js(move || {
            let work = asked.borrow_mut().take();
            if let Some(work) = work {
                work();
            }
        }));
        Self { work }
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        self.work.borrow_mut().take();
    }
}

/// Loads the rest at once. Nothing in Rust calls it: the build makes functions do so that went to the rest, and this
/// export keeps what they call in the program.
#[wasm_bindgen(js_name = loadRest)]
pub fn load() {
    demand_rest(&wasm_bindgen::exports());
}
