//! One step: what it does, with its values, and the handle that moves it.

use std::rc::Rc;

use switchboard_scenario::{Duration, Edit, NameProblem, Place, Step, StepKind, Workload};
use yew::prelude::*;

use super::Change;
use super::fields::{SecondsField, TextField, choice};
use super::handle::{Movable, handle};
use crate::components::{Glyph, Icon};
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
        <li class="step" data-step={ Movable::Step(place).path() } data-kind={ format!("{:?}", step.kind()) }>
            { handle(Movable::Step(place), workload, lang, change) }
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
