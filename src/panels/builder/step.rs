//! One step: what it does, with its values, and the handle that moves it.

use std::rc::Rc;

use switchboard_scenario::{Duration, Edit, NameProblem, Place, Step, StepKind, Workload};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::Change;
use super::fields::{SecondsField, TextField, choice};
use crate::components::{Glyph, Icon};
use crate::host::page;
use crate::i18n::{BuilderMsg, Lang};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub workload: Rc<Workload>,
    pub place: Place,
    pub lang: Lang,
    pub change: Callback<Change>,
}

/// One step.
#[component]
pub fn StepRow(props: &Props) -> Html {
    let Props {
        workload,
        place,
        lang,
        change,
    } = props;
    let (place, lang) = (*place, *lang);
    let problem = use_state(|| None::<NameProblem>);
    let coroutine = workload.coroutines.get(place.coroutine);
    let Some(step) = coroutine.and_then(|coroutine| coroutine.steps.get(place.step)) else {
        return Html::default();
    };
    let set = {
        let (workload, change, problem) = (Rc::clone(workload), change.clone(), problem.clone());
        Callback::from(move |step: Step| {
            let found = workload.check_step(&step).err();
            problem.set(found);
            if found.is_none() {
                change.emit(Edit::SetStep(place, step).into());
            }
        })
    };
    let remove = change.reform(move |_: MouseEvent| Edit::RemoveStep(place).into());
    let number = (place.step + 1).to_string();
    html! {
        <li class="step" data-step={ path(place) } data-kind={ format!("{:?}", step.kind()) }>
            { handle(place, workload, lang, change) }
            <span class="step-number" aria-hidden="true">{ number }</span>
            <span class="step-name">{ kind_name(step.kind()).text(lang) }</span>
            { values(step, workload, place, lang, &set) }
            <button
                class="quiet remove"
                aria-label={ BuilderMsg::Remove.text(lang) }
                title={ BuilderMsg::Remove.text(lang) }
                onclick={ remove }
            >
                <Icon glyph={ Glyph::Close } />
            </button>
            if let Some(problem) = *problem {
                <p class="problem" role="alert">{ problem_name(problem).text(lang) }</p>
            }
        </li>
    }
}

/// What a kind of step is called.
pub const fn kind_name(kind: StepKind) -> BuilderMsg {
    match kind {
        StepKind::Compute => BuilderMsg::Compute,
        StepKind::Sleep => BuilderMsg::Sleep,
        StepKind::Download => BuilderMsg::Download,
        StepKind::Block => BuilderMsg::Block,
        StepKind::Acquire => BuilderMsg::Acquire,
        StepKind::Release => BuilderMsg::Release,
        StepKind::Put => BuilderMsg::Put,
        StepKind::Get => BuilderMsg::Get,
        StepKind::Start => BuilderMsg::StartOther,
        StepKind::Join => BuilderMsg::Join,
        StepKind::Print => BuilderMsg::Print,
    }
}

/// What is wrong with a name.
pub const fn problem_name(problem: NameProblem) -> BuilderMsg {
    match problem {
        NameProblem::Empty => BuilderMsg::NameEmpty,
        NameProblem::Character => BuilderMsg::NameCharacter,
        NameProblem::Taken => BuilderMsg::NameTaken,
    }
}

/// The fields of a step.
fn values(step: &Step, workload: &Workload, place: Place, lang: Lang, set: &Callback<Step>) -> Html {
    let text = |label: BuilderMsg, value: &str, make: fn(String) -> Step| {
        html! { <TextField label={ label.text(lang) } value={ value.to_owned() } change={ set.reform(make) } /> }
    };
    let name = |chosen: &str, make: fn(String) -> Step| {
        let others = workload.coroutines.iter().enumerate();
        let offered: Vec<String> = others
            .filter(|(at, coroutine)| *at != place.coroutine || coroutine.name == chosen)
            .map(|(_, coroutine)| coroutine.name.clone())
            .collect();
        choice(
            BuilderMsg::Coroutine.text(lang),
            chosen,
            &offered,
            set.reform(make),
        )
    };
    match step {
        Step::Compute(duration) => seconds(*duration, lang, set, Step::Compute),
        Step::Sleep(duration) => seconds(*duration, lang, set, Step::Sleep),
        Step::Download(duration) => seconds(*duration, lang, set, Step::Download),
        Step::Block(duration) => seconds(*duration, lang, set, Step::Block),
        Step::Acquire(lock) => text(BuilderMsg::Lock, lock, Step::Acquire),
        Step::Release(lock) => text(BuilderMsg::Lock, lock, Step::Release),
        Step::Get(queue) => text(BuilderMsg::Queue, queue, Step::Get),
        Step::Print(said) => text(BuilderMsg::Text, said, Step::Print),
        Step::Start(other) => name(other, Step::Start),
        Step::Join(other) => name(other, Step::Join),
        Step::Put { queue, text: said } => {
            let (kept_queue, kept_text) = (queue.clone(), said.clone());
            let set_text = set.reform(move |text| Step::Put {
                queue: kept_queue.clone(),
                text,
            });
            let set_queue = set.reform(move |queue| Step::Put {
                queue,
                text: kept_text.clone(),
            });
            html! {
                <>
                    <TextField label={ BuilderMsg::Text.text(lang) } value={ said.clone() } change={ set_text } />
                    <span>{ BuilderMsg::Into.text(lang) }</span>
                    <TextField label={ BuilderMsg::Queue.text(lang) } value={ queue.clone() } change={ set_queue } />
                </>
            }
        }
    }
}

fn seconds(duration: Duration, lang: Lang, set: &Callback<Step>, make: fn(Duration) -> Step) -> Html {
    // What is no time leaves the one that was.
    let change = set.reform(move |text: String| make(Duration::parse(text.trim()).unwrap_or(duration)));
    html! {
        <span class="seconds">
            <SecondsField label={ BuilderMsg::Seconds.text(lang) } value={ duration.to_string() } { change } />
            { " s" }
        </span>
    }
}

/// What moves a step: dragged, or with the arrow keys.
fn handle(place: Place, workload: &Rc<Workload>, lang: Lang, change: &Callback<Change>) -> Html {
    let onkeydown = {
        let (change, workload) = (change.clone(), Rc::clone(workload));
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowUp" => above(place, &workload),
                "ArrowDown" => below(place, &workload),
                _ => return,
            };
            event.prevent_default();
            if let Some(to) = to {
                change.emit(moved(place, to));
            }
        })
    };
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(handle) = handle_of(&event) {
            // Without capture the step would just stop following a fast pointer.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
    });
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if is_held(&event) {
            show_target(target_of(&event).map(|(element, _)| element));
        }
    });
    let onpointerup = {
        let change = change.clone();
        Callback::from(move |event: PointerEvent| {
            show_target(None);
            let to = target_of(&event).filter(|_| is_held(&event)).map(|(_, to)| to);
            if let Some(to) = to.filter(|to| *to != place) {
                change.emit(moved(place, to));
            }
        })
    };
    let onpointercancel = Callback::from(|_: PointerEvent| show_target(None));
    html! {
        <button
            id={ handle_name(place) }
            class="quiet handle"
            aria-label={ BuilderMsg::Move.text(lang) }
            title={ BuilderMsg::Move.text(lang) }
            { onkeydown }
            { onpointerdown }
            { onpointermove }
            { onpointerup }
            { onpointercancel }
        >
            <Icon glyph={ Glyph::Grip } />
        </button>
    }
}

fn moved(from: Place, to: Place) -> Change {
    Change {
        edit: Edit::MoveStep(from, to),
        focus: Some(handle_name(to)),
    }
}

/// The place above, at the end of the coroutine before if it is the first.
fn above(place: Place, workload: &Workload) -> Option<Place> {
    if let Some(step) = place.step.checked_sub(1) {
        return Some(Place { step, ..place });
    }
    let coroutine = place.coroutine.checked_sub(1)?;
    let step = workload.coroutines.get(coroutine)?.steps.len();
    Some(Place { coroutine, step })
}

/// The place below, at the beginning of the next coroutine if it is the last.
fn below(place: Place, workload: &Workload) -> Option<Place> {
    let own = workload.coroutines.get(place.coroutine)?;
    if place.step + 1 < own.steps.len() {
        let step = place.step + 1;
        return Some(Place { step, ..place });
    }
    let coroutine = place.coroutine + 1;
    workload.coroutines.get(coroutine)?;
    Some(Place { coroutine, step: 0 })
}

fn path(place: Place) -> String {
    [&place.coroutine.to_string(), "-", &place.step.to_string()].concat()
}

fn handle_name(place: Place) -> String {
    ["handle-", &path(place)].concat()
}

fn handle_of(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

fn is_held(event: &PointerEvent) -> bool {
    handle_of(event).is_some_and(|handle| handle.has_pointer_capture(event.pointer_id()))
}

/// The step, or the empty list of steps, under the pointer.
fn target_of(event: &PointerEvent) -> Option<(Element, Place)> {
    let target = page::element_at(event.client_x(), event.client_y(), "[data-step]")?;
    let path = target.get_attribute("data-step")?;
    let (coroutine, step) = path.split_once('-')?;
    let place = Place {
        coroutine: coroutine.parse().ok()?,
        step: step.parse().ok()?,
    };
    Some((target, place))
}

/// Marks where the step would go. While it is dragged this changes with the pointer, and nothing else does.
fn show_target(target: Option<Element>) {
    page::mark_only(target.as_ref(), "data-target");
}
