//! `window.switchboard`: the page's verbs for host scripts and tests. Each does its work before it returns.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JSON, Object, Promise, Reflect};
use switchboard_scenario::{self as scenario, LinkError, Machine, Scenario};
use switchboard_trace::{board_json, jsonl};
use switchboard_view::{Direction, Unit};
use wasm_bindgen::prelude::*;

use super::link;
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
    get_of(&api, "load", move |what: JsValue| load(&what, act.clone()));
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

/// Loads a program's text, a link or a scenario as an object. It takes the place of the draft, which is kept. What comes
/// back is done when it is there, and fails where it can't be.
fn load(what: &JsValue, act: impl Fn(Vec<Action>) + 'static) -> JsValue {
    let open = move |scenario: Scenario| act(vec![Action::Open(Rc::new(scenario))]);
    match what.as_string() {
        Some(link) if scenario::from_link(&link) != Err(LinkError::NoScenario) => {
            let mut open = Some(open);
            let mut executor = move |resolve: Function, reject: Function| {
                let Some(open) = open.take() else { return };
                link::read(&link, move |read| {
                    // Whoever waits for it is told; whether they listen is their affair.
                    let _ = match read {
                        Ok(scenario) => {
                            open(scenario);
                            resolve.call0(&JsValue::UNDEFINED)
                        }
                        Err(error) => {
                            reject.call1(&JsValue::UNDEFINED, &js_sys::Error::new(&error.to_string()))
                        }
                    };
                });
            };
            Promise::new(&mut executor).into()
        }
        Some(program) => {
            open(Scenario::of_program(program));
            JsValue::UNDEFINED
        }
        None => {
            open(scenario_of(what));
            JsValue::UNDEFINED
        }
    }
}

/// A scenario from an object with some of its fields.
fn scenario_of(object: &JsValue) -> Scenario {
    let field = |name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let number = |name: &str| field(name).as_f64().map(|number| number.max(0.0) as u64);
    let usual = Machine::default();
    Scenario {
        title: field("title").as_string().unwrap_or_default(),
        machine: Machine {
            seed: number("seed").unwrap_or(usual.seed),
            cost_ns: number("cost_ns").unwrap_or(usual.cost_ns),
        },
        step: number("step").unwrap_or_default(),
        ..Scenario::of_program(field("program").as_string().unwrap_or_default())
    }
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}

fn set(api: &Object, name: &str, verb: impl Fn(JsValue) + 'static) {
    let function = Closure::<dyn Fn(JsValue)>::new(verb).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}

fn get_of(api: &Object, name: &str, verb: impl Fn(JsValue) -> JsValue + 'static) {
    let function = Closure::<dyn Fn(JsValue) -> JsValue>::new(verb).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}

fn get(api: &Object, name: &str, look: impl Fn() -> JsValue + 'static) {
    let function = Closure::<dyn Fn() -> JsValue>::new(look).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}
