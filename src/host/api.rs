//! `window.switchboard`: the page's verbs for host scripts and tests. Each does its work before it returns.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JSON, Object, Promise, Reflect};
use switchboard_scenario::{Machine, Scenario};
use switchboard_still::{Theme, View};
use switchboard_trace::{board_json, jsonl};
use switchboard_view::{Direction, Unit};
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::page;
use super::still::svg_of;
use crate::i18n::Lang;
use crate::i18n::sentences::{Piece, Teller};
use crate::session::{Action, Options, Shown, State, Status, is_link, open_given};

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
    let step = Closure::<dyn Fn(JsValue, JsValue)>::new(move |count: JsValue, unit: JsValue| {
        let count = count.as_f64().unwrap_or(1.0);
        let unit = unit.as_string().and_then(|name| Unit::named(&name));
        let direction = if count < 0.0 {
            Direction::Back
        } else {
            Direction::Forward
        };
        let step = Action::StepBy(direction, unit.unwrap_or(Unit::Event));
        verb(vec![step; count.abs() as usize]);
    });
    let _ = Reflect::set(&api, &"step".into(), &step.into_js_value());
    let loader = act.clone();
    let read_by = Rc::clone(&state);
    get_of(&api, "load", move |what: JsValue| {
        let lang = read_by.borrow().settings.lang;
        load(&what, lang, loader.clone())
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
    let asked = Rc::clone(&state);
    get(&api, "trace", move || {
        let shown = asked.borrow().shown();
        let events = js_sys::Array::new();
        if let Some(trace) = shown.trace() {
            jsonl(&trace).for_each(|line| {
                events.push(&parse(&line));
            });
        }
        events.into()
    });
    let asked = Rc::clone(&state);
    get(&api, "program", move || {
        asked.borrow().shown().program.source.as_str().into()
    });
    let asked = Rc::clone(&state);
    get_of(&api, "still", move |view: JsValue| {
        let drawn = still(&asked.borrow().shown(), &view);
        drawn.map_or(JsValue::UNDEFINED, JsValue::from)
    });
    let asked = Rc::clone(&state);
    get(&api, "sentence", move || sentence(&asked.borrow().shown()).into());
    get(&api, "state", move || Moment::of(&state.borrow()).object());
    let verb = act.clone();
    set(&api, "set", move |options: JsValue| {
        verb(vec![Action::Adopt(options_of(&options))]);
    });
    let ready = Promise::resolve(&api);
    // A plain object takes any property.
    let _ = Reflect::set(&api, &"ready".into(), &ready);
    let _ = Reflect::set(&gloo_utils::window(), &"switchboard".into(), &api);
}

/// Where the playhead is, for host scripts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    step: usize,
    steps: usize,
    time_ns: u64,
    is_running: bool,
    is_finished: bool,
}

impl Moment {
    /// Where it is now.
    pub fn of(state: &State) -> Self {
        let shown = state.shown();
        Self {
            step: shown.board.step,
            steps: shown.len,
            time_ns: shown.board.time.as_nanos(),
            is_running: shown.status == Status::Playing,
            is_finished: shown.exit.is_some() && shown.board.step == shown.len,
        }
    }

    fn object(&self) -> JsValue {
        let object = Object::new();
        for (name, value) in [
            ("step", JsValue::from(self.step as f64)),
            ("steps", JsValue::from(self.steps as f64)),
            ("time", JsValue::from(self.time_ns as f64 / 1e9)),
            ("running", JsValue::from(self.is_running)),
            ("finished", JsValue::from(self.is_finished)),
        ] {
            // A plain object takes any property.
            let _ = Reflect::set(&object, &name.into(), &value);
        }
        object.into()
    }
}

/// What has just happened at the playhead, in the words of the page; nothing at the beginning.
pub fn sentence(shown: &Shown) -> String {
    let told = shown.board.step.checked_sub(1).and_then(|last| {
        let trace = shown.trace()?;
        let teller = Teller {
            lang: shown.lang,
            trace: &trace,
            labels: &shown.labels,
        };
        Some(teller.tell(&trace.get(last)?, &trace.board_at(last)))
    });
    let pieces = told.iter().flat_map(|sentence| &sentence.pieces);
    pieces
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Line(_, text) | Piece::Code(text) => text.as_str(),
            Piece::Task(_, label) => label,
        })
        .collect()
}

/// A picture of a panel at the playhead as an SVG document, in the colours of paper; nothing of panels that can't be
/// drawn and, before the first run, of those that show one.
fn still(shown: &Shown, view: &JsValue) -> Option<String> {
    let view = View::named(&view.as_string()?)?;
    (view == View::Code || shown.trace().is_some()).then(|| svg_of(shown, view, Theme::Light))
}

/// Tells that the page is there.
pub fn greet() {
    tell("switchboard-ready");
}

/// Tells that the playhead has moved.
pub fn announce() {
    tell("switchboard-state");
}

fn tell(name: &str) {
    if let Ok(event) = Event::new(name) {
        // Nobody has to listen.
        let _ = gloo_utils::window().dispatch_event(&event);
    }
}

/// Loads a program's text, a scenario file, a link or a scenario as an object. It takes the place of the draft, which is
/// kept. For a link, what comes back is a promise that it is there. What can't be opened fails.
fn load(what: &JsValue, lang: Lang, act: impl Fn(Vec<Action>) + 'static) -> JsValue {
    let Some(text) = what.as_string() else {
        act(vec![Action::Open(Rc::new(scenario_of(what)))]);
        return JsValue::UNDEFINED;
    };
    if !is_link(&text) {
        let problem = Rc::new(RefCell::new(None));
        let told = Rc::clone(&problem);
        open_given(&text, lang, move |given| {
            act(given.actions);
            told.replace(given.problem);
        });
        // A text is opened at once.
        let problem = problem.take();
        return problem.map_or(JsValue::UNDEFINED, |problem| {
            Promise::reject(&js_sys::Error::new(&problem)).into()
        });
    }
    let mut act = Some(act);
    let mut executor = move |resolve: Function, reject: Function| {
        let Some(act) = act.take() else { return };
        open_given(&text, lang, move |given| {
            act(given.actions);
            // Whoever waits for it is told; whether they listen is their affair.
            let _ = match given.problem {
                None => resolve.call0(&JsValue::UNDEFINED),
                Some(problem) => reject.call1(&JsValue::UNDEFINED, &js_sys::Error::new(&problem)),
            };
        });
    };
    Promise::new(&mut executor).into()
}

/// Options from an object with some of them, by the names that they have in an address.
fn options_of(object: &JsValue) -> Options {
    let mut query = String::new();
    for name in ["theme", "lang", "scale", "view"] {
        let value = Reflect::get(object, &name.into()).unwrap_or_default();
        let text = value
            .as_string()
            .or_else(|| value.as_f64().map(|number| number.to_string()));
        if let Some(text) = text {
            query.extend([name, "=", &text, "&"]);
        }
    }
    // Only a frame shows the panels that it is told to.
    if page::is_framed() && query.contains("view=") {
        query.push_str("embed=1");
    }
    Options::read(&query)
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
    get_of(api, name, move |argument| {
        verb(argument);
        JsValue::UNDEFINED
    });
}

fn get_of(api: &Object, name: &str, verb: impl Fn(JsValue) -> JsValue + 'static) {
    let function = Closure::<dyn Fn(JsValue) -> JsValue>::new(verb).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}

fn get(api: &Object, name: &str, look: impl Fn() -> JsValue + 'static) {
    let function = Closure::<dyn Fn() -> JsValue>::new(look).into_js_value();
    let _ = Reflect::set(api, &name.into(), &function);
}
