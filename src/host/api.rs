//! `window.switchboard`: the page's verbs for host scripts and tests. Each does its work before it returns.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{JSON, Object, Promise, Reflect};
use switchboard_trace::{board_json, jsonl};
use switchboard_view::{Direction, Unit};
use wasm_bindgen::prelude::*;

use crate::session::{Action, State};

/// Puts the verbs where host scripts look for them. `redraw` is called when one of them has changed the state.
pub fn expose(state: Rc<RefCell<State>>, redraw: impl Fn() + Clone + 'static) {
    let api = Object::new();
    let act = {
        let state = Rc::clone(&state);
        move |actions: Vec<Action>| {
            for action in actions {
                state.borrow_mut().apply(action);
            }
            redraw();
        }
    };
    let verb = act.clone();
    set(&api, "run", move |_: JsValue| verb(vec![Action::Run]));
    let verb = act.clone();
    set(&api, "pause", move |_: JsValue| verb(vec![Action::Pause]));
    let verb = act.clone();
    set(&api, "seek", move |step: JsValue| {
        verb(vec![Action::Seek(step.as_f64().unwrap_or(0.0).max(0.0) as usize)]);
    });
    let verb = act.clone();
    set(&api, "step", move |count: JsValue| {
        let count = count.as_f64().unwrap_or(1.0);
        let direction = if count < 0.0 {
            Direction::Back
        } else {
            Direction::Forward
        };
        verb(vec![Action::StepBy(direction, Unit::Event); count.abs() as usize]);
    });
    set(&api, "load", move |program: JsValue| {
        act(program.as_string().map(Action::Load).into_iter().collect());
    });
    let looked_at = Rc::clone(&state);
    get(&api, "board", move || {
        // In a hidden tab no frame comes that would move the playhead.
        looked_at.borrow_mut().apply(Action::Tick);
        let shown = looked_at.borrow().shown();
        let text = shown
            .trace()
            .map(|trace| board_json(&shown.board, trace.tables()));
        text.map_or(JsValue::NULL, |text| parse(&text))
    });
    get(&api, "trace", move || {
        let shown = state.borrow().shown();
        let events = js_sys::Array::new();
        if let Some(trace) = shown.trace() {
            jsonl(&trace).for_each(|line| {
                events.push(&parse(&line));
            });
        }
        events.into()
    });
    let ready = Promise::resolve(&api);
    // A plain object takes any property.
    let _ = Reflect::set(&api, &"ready".into(), &ready);
    let _ = Reflect::set(&gloo_utils::window(), &"switchboard".into(), &api);
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}

fn set(api: &Object, name: &str, verb: impl Fn(JsValue) + 'static) {
    let function = Closure::<dyn Fn(JsValue)>::new(verb).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}

fn get(api: &Object, name: &str, look: impl Fn() -> JsValue + 'static) {
    let function = Closure::<dyn Fn() -> JsValue>::new(look).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}
