//! Wheel, pointers and keys on the picture.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::picture::Picture;
use crate::host::{FrameRequest, page};
use crate::session::{Action, Dispatch};

/// What is listened to.
const EVENTS: [&str; 10] = [
    "wheel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "keydown",
    "scroll",
    "blur",
    "transitionend",
];

/// A pointer has dragged, and not clicked, once it has moved so far.
const SLACK: f64 = 4.0;

/// Turns events into changes of the picture, and into actions.
pub struct Gestures {
    picture: Rc<RefCell<Picture>>,
    frame: Rc<FrameRequest>,
    dispatch: Dispatch,
    element: HtmlElement,
    /// The pointers that are down.
    down: Vec<Pointer>,
    has_dragged: bool,
}

#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    x: f64,
    y: f64,
}

impl Gestures {
    /// Listens to an element for as long as what this returns is kept.
    pub fn listen(
        element: &HtmlElement,
        picture: Rc<RefCell<Picture>>,
        frame: Rc<FrameRequest>,
        dispatch: Dispatch,
    ) -> Vec<EventListener> {
        let gestures = Rc::new(RefCell::new(Self {
            picture,
            frame,
            dispatch,
            element: element.clone(),
            down: Vec::new(),
            has_dragged: false,
        }));
        let listen = |name| {
            let gestures = Rc::clone(&gestures);
            // Not passive, since the wheel must not scroll as well where it zooms.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(element, name, options, move |event| {
                // An event that is sent while another is handled brings nothing new.
                if let Ok(mut gestures) = gestures.try_borrow_mut() {
                    gestures.handle(event);
                }
            })
        };
        EVENTS.into_iter().map(listen).collect()
    }

    fn handle(&mut self, event: &Event) {
        match event.type_().as_str() {
            "wheel" => event.dyn_ref().map_or((), |event| self.turn_wheel(event)),
            "keydown" => event.dyn_ref().map_or((), |event| self.press_key(event)),
            "transitionend" => self.picture.borrow_mut().forget_colors(),
            "scroll" => self.picture.borrow_mut().note_scroll(),
            "blur" => {}
            kind => event.dyn_ref().map_or((), |event| self.point(kind, event)),
        }
        self.frame.request();
    }

    /// The wheel zooms; sideways, or with shift, it moves. On the names it scrolls as everywhere. In a frame the page
    /// around it must go on scrolling, so that there it zooms with Ctrl alone.
    fn turn_wheel(&mut self, event: &WheelEvent) {
        let mut picture = self.picture.borrow_mut();
        let (x, _) = position(&self.element, event.client_x(), event.client_y());
        let is_downwards = event.delta_y().abs() >= event.delta_x().abs() && !event.shift_key();
        let is_of_others = picture.is_on_names(x) || (page::is_framed() && is_downwards);
        if is_of_others && !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
            1.0
        } else {
            32.0
        };
        let (right, down) = (event.delta_x() * unit, event.delta_y() * unit);
        if event.shift_key() || right.abs() > down.abs() {
            picture.pan(if right == 0.0 { down } else { right }, 0.0);
        } else {
            let speed = if event.ctrl_key() { 0.01 } else { 0.002 };
            picture.zoom((-down * speed).exp(), x);
        }
    }

    fn press_key(&mut self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let mut picture = self.picture.borrow_mut();
        let (right, down) = picture.stride();
        match event.key().as_str() {
            "+" | "=" => picture.zoom_at_playhead(1.5),
            "-" => picture.zoom_at_playhead(1.0 / 1.5),
            "0" => picture.view.fit(),
            "ArrowLeft" => picture.pan(-right, 0.0),
            "ArrowRight" => picture.pan(right, 0.0),
            "ArrowUp" => picture.pan(0.0, -down),
            "ArrowDown" => picture.pan(0.0, down),
            "Home" => picture.pan(f64::MIN, 0.0),
            "End" => picture.pan(f64::MAX, 0.0),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn point(&mut self, kind: &str, event: &PointerEvent) {
        let (x, y) = position(&self.element, event.client_x(), event.client_y());
        let now = Pointer {
            id: event.pointer_id(),
            x,
            y,
        };
        match kind {
            "pointerdown" if event.button() == 0 => {
                if self.down.is_empty() {
                    self.has_dragged = false;
                }
                self.down.push(now);
                self.picture.borrow_mut().point_at(None);
            }
            "pointermove" if self.down.is_empty() => self.hover(Some((x, y))),
            "pointermove" => self.drag(now),
            "pointerup" => self.lift(now, event),
            "pointercancel" => self.down.retain(|pointer| pointer.id != now.id),
            "pointerleave" => {
                self.down.retain(|pointer| pointer.id != now.id);
                self.hover(None);
            }
            _ => {}
        }
    }

    fn hover(&mut self, at: Option<(f64, f64)>) {
        let (was, is) = {
            let mut picture = self.picture.borrow_mut();
            let was = picture.task_at_pointer();
            picture.point_at(at);
            (was, picture.task_at_pointer())
        };
        if was != is {
            self.dispatch.emit(Action::Light(is));
        }
    }

    /// One pointer moves what is seen; two pinch it.
    fn drag(&mut self, now: Pointer) {
        let Some(index) = self.down.iter().position(|pointer| pointer.id == now.id) else {
            return;
        };
        let before = self.down[index];
        let (right, down) = (now.x - before.x, now.y - before.y);
        if !self.has_dragged && self.down.len() == 1 && right.hypot(down) < SLACK {
            return;
        }
        if !self.has_dragged {
            self.has_dragged = true;
            // It fails for a pointer that has gone meanwhile.
            let _ = self.element.set_pointer_capture(now.id);
        }
        let other = self.down.iter().find(|pointer| pointer.id != now.id).copied();
        let mut picture = self.picture.borrow_mut();
        match other {
            None => picture.pan(-right, -down),
            Some(other) => {
                let spread = |pointer: Pointer| (pointer.x - other.x).hypot(pointer.y - other.y).max(24.0);
                picture.pan(-right / 2.0, -down / 2.0);
                picture.zoom(spread(now) / spread(before), (now.x + other.x) / 2.0);
            }
        }
        self.down[index] = now;
    }

    fn lift(&mut self, now: Pointer, event: &PointerEvent) {
        let was_down = self.down.iter().any(|pointer| pointer.id == now.id);
        self.down.retain(|pointer| pointer.id != now.id);
        if was_down && self.down.is_empty() && !self.has_dragged {
            let action = self.picture.borrow().action_at(now.x, now.y);
            if let Some(action) = action {
                self.dispatch.emit(action);
            }
        }
        if event.pointer_type() == "mouse" {
            self.hover(Some((now.x, now.y)));
        }
    }
}

/// Where a place in the window is in an element, in the element's own pixels: the page may be drawn larger.
fn position(element: &Element, x: i32, y: i32) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    let scale = f64::from(element.client_width()).max(1.0) / bounds.width().max(1.0);
    (
        (f64::from(x) - bounds.left()) * scale,
        (f64::from(y) - bounds.top()) * scale,
    )
}
