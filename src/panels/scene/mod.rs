//! The call center: the operator is the event loop, the clients are the tasks.

mod client;
mod clocks;
mod drawn;
mod gone;
mod legend;
mod picture;

use std::rc::Rc;

use switchboard_trace::{Phase, Trace};
use switchboard_view::scene::{self, Shape};
use yew::prelude::*;

use crate::components::Panel;
use crate::host::{now_ms, page};
use crate::i18n::SceneMsg;
use crate::session::{Dispatch, PanelId, Shown};
use legend::Legend;
use picture::Picture;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The call center: the operator is the event loop, the clients are the tasks.
#[component]
pub fn Scene(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let lang = shown.lang;
    let has_legend = use_state(|| false);
    let (stage, shape) = use_shape();
    let is_hurried = use_hurry(shown.board.step);
    let scene = match shown.trace() {
        Some(trace) => scene::Scene::of(&shown.board, &trace, &shown.labels, shape),
        None => scene::Scene::of(&shown.board, &Trace::new(), &shown.labels, shape),
    };
    let onclick = {
        let has_legend = has_legend.clone();
        Callback::from(move |_: MouseEvent| has_legend.set(!*has_legend))
    };
    let onkeydown = {
        let has_legend = has_legend.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *has_legend {
                has_legend.set(false);
                page::focus(LEGEND_BUTTON);
            }
        })
    };
    let tools = html! {
        <button id={ LEGEND_BUTTON } class="quiet" onkeydown={ onkeydown.clone() } aria-expanded={ has_legend.to_string() } aria-controls="scene-legend" { onclick }>
            { SceneMsg::Legend.text(lang) }
        </button>
    };
    html! {
        <Panel id={ PanelId::Scene } note={ html! { { note(shown) } } } { tools }>
            <div class="scene" data-legend={ has_legend.then_some("") }>
                <div ref={ stage } class="scene-stage" tabindex="0" data-hurry={ is_hurried.then_some("") }>
                    <Picture scene={ Rc::new(scene) } { is_hurried } shown={ shown.clone() } dispatch={ dispatch.clone() } />
                </div>
                if *has_legend {
                    <Legend { lang } { onkeydown } />
                }
            </div>
        </Panel>
    }
}

/// The name of the button that opens the legend.
const LEGEND_BUTTON: &str = "legend";

/// Which turn it is, and which of its phases.
fn note(shown: &Shown) -> String {
    let (board, lang) = (&shown.board, shown.lang);
    if !shown.has_run() {
        return String::new();
    }
    if board.end.is_some() {
        return SceneMsg::Over.text(lang).to_owned();
    }
    if board.turn == 0 {
        return SceneMsg::BeforeFirst.text(lang).to_owned();
    }
    let turn = SceneMsg::Turn.with(lang, &[&board.turn.to_string()]);
    let phase = match board.phase {
        None => return turn,
        Some(Phase::Bound) => SceneMsg::PhaseBound,
        Some(Phase::PollIo) => SceneMsg::PhasePoll,
        Some(Phase::DueTimers) => SceneMsg::PhaseTimers,
        Some(Phase::RunReady) => SceneMsg::PhaseRun,
    };
    format!("{turn} · {}", phase.text(lang))
}

/// The stage, and the shape of picture that fills it best.
#[hook]
fn use_shape() -> (NodeRef, Shape) {
    let stage = use_node_ref();
    let shape = use_state_eq(Shape::default);
    {
        let (stage, shape) = (stage.clone(), shape.clone());
        use_effect_with((), move |()| {
            let watched = stage.cast::<web_sys::Element>().map(|element| {
                page::watch_size(&element, move |width, height| {
                    // Hidden panels have no size.
                    if width > 0.0 {
                        shape.set(Shape::for_stage(width, height));
                    }
                })
            });
            move || drop(watched)
        });
    }
    (stage, *shape)
}

/// Whether events come faster than motion can show.
#[hook]
fn use_hurry(step: usize) -> bool {
    /// So many events at once are more than a person follows.
    const MANY: usize = 8;
    /// So many milliseconds after the last picture, motion is over.
    const SOON_MS: f64 = 120.0;
    let last = use_mut_ref(|| (step, 0.0_f64, false, false));
    let mut last = last.borrow_mut();
    let (before, at, was_many, was_hurried) = *last;
    if before == step {
        return was_hurried;
    }
    let now = now_ms();
    let is_many = step.abs_diff(before) >= MANY;
    let is_hurried = is_many && was_many && now - at < SOON_MS;
    *last = (step, now, is_many, is_hurried);
    is_hurried
}
