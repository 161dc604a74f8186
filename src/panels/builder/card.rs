//! One coroutine: its name, how many of it there are, and its steps.

use std::rc::Rc;

use switchboard_scenario::{Edit, NameProblem, Place, StepKind, Workload};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Change;
use super::fields::{CountField, TextField};
use super::handle::{Movable, handle};
use super::step::{StepRow, kind_name, problem_name};
use crate::components::{Glyph, Icon};
use crate::i18n::{BuilderMsg, Lang};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub workload: Rc<Workload>,
    pub index: usize,
    pub lang: Lang,
    pub change: Callback<Change>,
}

/// One coroutine.
#[component]
pub fn Card(props: &Props) -> Html {
    let Props {
        workload,
        index,
        lang,
        change,
    } = props;
    let (index, lang) = (*index, *lang);
    let problem = use_state(|| None::<NameProblem>);
    let Some(coroutine) = workload.coroutines.get(index) else {
        return Html::default();
    };
    let rename = {
        let (workload, change, problem) = (Rc::clone(workload), change.clone(), problem.clone());
        Callback::from(move |name: String| {
            let name = name.trim().to_owned();
            let found = workload.check_rename(index, &name).err();
            problem.set(found);
            if found.is_none() {
                change.emit(Edit::Rename(index, name).into());
            }
        })
    };
    let (copies, repeat) = (coroutine.copies, coroutine.repeat);
    // What is no number leaves the one that was.
    let set_copies = change
        .reform(move |text: String| Edit::SetCopies(index, text.trim().parse().unwrap_or(copies)).into());
    let set_repeat = change
        .reform(move |text: String| Edit::SetRepeat(index, text.trim().parse().unwrap_or(repeat)).into());
    let remove = change.reform(move |_: MouseEvent| Edit::RemoveCoroutine(index).into());
    let steps = (0..coroutine.steps.len()).map(|step| {
        let place = Place {
            coroutine: index,
            step,
        };
        html! { <StepRow key={ step } workload={ Rc::clone(workload) } { place } { lang } change={ change.clone() } /> }
    });
    html! {
        <li
            class="coroutine-card"
            data-coroutine={ coroutine.name.clone() }
            data-place={ Movable::Coroutine(index).path() }
        >
            <div class="card-head">
                { handle(Movable::Coroutine(index), workload, lang, change) }
                <TextField
                    id={ ["name-", &index.to_string()].concat() }
                    class="name"
                    label={ BuilderMsg::Name.text(lang) }
                    value={ coroutine.name.clone() }
                    change={ rename }
                />
                <button
                    class="quiet remove"
                    aria-label={ [BuilderMsg::Remove.text(lang), lang.colon(), &coroutine.name].concat() }
                    title={ BuilderMsg::Remove.text(lang) }
                    onclick={ remove }
                >
                    <Icon glyph={ Glyph::Close } />
                </button>
            </div>
            if let Some(problem) = *problem {
                <p class="problem" role="alert">{ problem_name(problem).text(lang) }</p>
            }
            <div class="counts">
                <label>
                    <span>{ BuilderMsg::Copies.text(lang) }</span>
                    <CountField
                        label={ BuilderMsg::Copies.text(lang) }
                        value={ copies.to_string() }
                        change={ set_copies }
                    />
                    <span>{ BuilderMsg::Times.text(lang) }</span>
                </label>
                <label>
                    <span>{ BuilderMsg::Repeat.text(lang) }</span>
                    <CountField
                        label={ BuilderMsg::Repeat.text(lang) }
                        value={ repeat.to_string() }
                        change={ set_repeat }
                    />
                </label>
            </div>
            if coroutine.steps.is_empty() {
                <p class="quietly" data-step={ [&index.to_string(), "-0"].concat() }>{ BuilderMsg::NoSteps.text(lang) }</p>
            } else {
                <ol class="steps">{ for steps }</ol>
            }
            <AddStep { index } is_alone={ workload.coroutines.len() == 1 } { lang } change={ change.clone() } />
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct AddProps {
    index: usize,
    /// There is no other coroutine to start or wait for.
    is_alone: bool,
    lang: Lang,
    change: Callback<Change>,
}

/// The choice of the next step, and the button that adds it. The choice alone adds nothing, since the arrow keys go
/// through it one by one.
#[component]
fn AddStep(props: &AddProps) -> Html {
    let (index, lang) = (props.index, props.lang);
    let chosen = use_state(|| StepKind::Sleep);
    let offered: Vec<StepKind> = StepKind::ALL
        .into_iter()
        .filter(|kind| !props.is_alone || !matches!(kind, StepKind::Start | StepKind::Join))
        .collect();
    let onchange = {
        let (chosen, offered) = (chosen.clone(), offered.clone());
        Callback::from(move |event: Event| {
            let at = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            let kind = usize::try_from(at).ok().and_then(|at| offered.get(at));
            chosen.set(kind.copied().unwrap_or(StepKind::Sleep));
        })
    };
    let kind = *chosen;
    let onclick = props
        .change
        .reform(move |_: MouseEvent| Edit::AddStep(index, kind).into());
    let option = |(key, offered): (usize, StepKind)| {
        html! { <option { key } selected={ offered == kind }>{ kind_name(offered).text(lang) }</option> }
    };
    html! {
        <div class="add-step">
            <select aria-label={ BuilderMsg::NewStep.text(lang) } { onchange }>
                { for offered.into_iter().enumerate().map(option) }
            </select>
            <button { onclick }><Icon glyph={ Glyph::Plus } />{ BuilderMsg::AddStep.text(lang) }</button>
        </div>
    }
}
