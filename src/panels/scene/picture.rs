//! The picture: everything in its place, from the back to the front.

use std::rc::Rc;

use switchboard_still::Still;
use switchboard_still::scene::{self as parts, Cord, NameRow};
use switchboard_trace::Trace;
use switchboard_view::scene::{Client, Mood, Notice, Pose, Scene, Shape, When};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, SvgElement};
use yew::prelude::*;

use super::client::{ClientView, Emphasis};
use super::clocks::{Clock, EggTimer};
use super::drawn::{all_drawn, drawn};
use super::gone;
use crate::i18n::{Msg, SceneMsg};
use crate::session::{Dispatch, Shown};

#[derive(Properties)]
pub struct Props {
    pub scene: Rc<Scene>,
    /// Events come faster than motion can show.
    pub is_hurried: bool,
    pub shown: Shown,
    pub dispatch: Dispatch,
}

impl PartialEq for Props {
    /// The scene is worked out from what is shown, and its shape.
    fn eq(&self, other: &Self) -> bool {
        self.shown == other.shown
            && self.is_hurried == other.is_hurried
            && std::ptr::eq(self.scene.plan, other.scene.plan)
    }
}

/// The picture.
#[component]
pub fn Picture(props: &Props) -> Html {
    let Props {
        scene,
        shown,
        dispatch,
        ..
    } = props;
    let (plan, lang) = (scene.plan, shown.lang);
    let root = use_node_ref();
    let onkeydown = {
        let root = root.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(root) = root.cast::<Element>() {
                walk(&root, &event);
            }
        })
    };
    let is = |shape: Shape| std::ptr::eq(plan, switchboard_view::scene::Plan::of(shape));
    let shape = match () {
        () if is(Shape::Tall) => Some("tall"),
        () if is(Shape::Low) => Some("low"),
        () => None,
    };
    let cord = Cord::of(scene);
    let nothing = Trace::new();
    let trace = shown.trace();
    let still = Still {
        trace: trace.as_deref().unwrap_or(&nothing),
        board: &shown.board,
        labels: &shown.labels,
        lang,
        source: &shown.program.source,
    };
    html! {
        <svg
            ref={ root }
            class="scene-picture"
            data-shape={ shape }
            data-mood={ if shown.has_run() { parts::mood_word(scene.mood) } else { "fresh" } }
            viewBox={ format!("0 0 {} {}", plan.width, plan.height) }
            role="group"
            aria-label={ Msg::CallCenter.text(lang) }
            { onkeydown }
        >
            { drawn(parts::definitions()) }
            { drawn(parts::floor(plan)) }
            { drawn(parts::lounge(scene, lang)) }
            { drawn(parts::door(plan)) }
            { drawn(parts::gone(scene, lang)) }
            { gone::results(scene, shown, &still, dispatch) }
            { drawn(parts::switchboard(scene, &still, shown.lit)) }
            { drawn(Cord::behind(cord.as_ref())) }
            { drawn(parts::operator(plan, scene.mood)) }
            { drawn(parts::desk(scene, &still)) }
            <Clock at={ shown.board.time } place={ plan.clock } />
            { drawn(parts::queue(scene, lang)) }
            { drawn(Cord::before(cord.as_ref())) }
            <g class="slips">{ all_drawn(scene.slips.iter().map(|slip| parts::slip(slip, scene, &still))) }</g>
            <g class="notices">{ for scene.lounge.notices.iter().map(|notice| notice_view(notice, &still)) }</g>
            <g class="clients" role="group" aria-label={ SceneMsg::Clients.text(lang) }>{ clients(props) }</g>
            if let Mood::Noting(_) = scene.mood {
                { drawn(parts::card_on_the_line(plan.line)) }
            }
            if shown.has_run() {
                { drawn(parts::balloon(scene, &still)) }
            } else {
                { drawn(parts::invitation(scene, lang)) }
            }
        </svg>
    }
}

fn clients(props: &Props) -> Html {
    let Props {
        scene,
        is_hurried,
        shown,
        dispatch,
    } = props;
    let about = shown
        .trace()
        .and_then(|trace| trace.get(shown.board.step.checked_sub(1)?))
        .and_then(|record| about(&record.event));
    let first = scene
        .clients
        .iter()
        .find(|client| client.pose == Pose::OnTheLine)
        .or_else(|| {
            scene
                .clients
                .iter()
                .find(|client| !matches!(client.pose, Pose::Leaving(_)))
        })
        .map(|client| client.task);
    let view = |(key, client): (u64, &Client)| {
        let emphasis = Emphasis {
            is_lit: shown.lit == Some(client.task),
            is_selected: shown.selected == Some(client.task),
            is_news: about == Some(client.task),
            is_tab_stop: first == Some(client.task),
        };
        let detail = match &client.pose {
            Pose::OnHold(hold) => parts::detail(hold, shown.lang),
            _ => String::new(),
        };
        let row = match client.pose {
            Pose::InQueue { place, .. } => NameRow::of(place, &scene.queue),
            _ => NameRow::Upper,
        };
        let name = name(client, &detail, shown);
        html! {
            <ClientView
                { key }
                client={ client.clone() }
                { detail }
                { row }
                { name }
                { emphasis }
                at={ shown.board.time }
                lang={ shown.lang }
                dispatch={ dispatch.clone() }
            />
        }
    };
    if *is_hurried {
        by_place(&scene.clients).map(view).collect()
    } else {
        let by_task = scene
            .clients
            .iter()
            .map(|client| (u64::from(client.task.number()), client));
        by_task.map(view).collect()
    }
}

/// The clients in the order of their places, each known by its place alone. Where nobody is seen to walk, whoever
/// takes a place is drawn by changing the figure that was there before: that is quicker than making a new one.
fn by_place(clients: &[Client]) -> impl Iterator<Item = (u64, &Client)> {
    let kinds: [fn(&Pose) -> bool; 4] = [
        |pose| matches!(pose, Pose::OnHold(_)),
        |pose| matches!(pose, Pose::InQueue { .. }),
        |pose| matches!(pose, Pose::OnTheLine),
        |pose| matches!(pose, Pose::Leaving(_)),
    ];
    kinds.into_iter().zip(1..).flat_map(move |(is_kind, kind)| {
        let of_kind = clients.iter().filter(move |client| is_kind(&client.pose));
        of_kind
            .zip(0..)
            .map(move |(client, place)| (kind << 40 | place, client))
    })
}

/// The task that an event is about.
fn about(event: &switchboard_trace::Event) -> Option<switchboard_trace::TaskId> {
    use switchboard_trace::Event;
    match *event {
        Event::StepBegan { who } | Event::StepEnded { who, .. } => who.task(),
        Event::TaskMade { task, .. }
        | Event::TaskReadied { task, .. }
        | Event::TaskWaits { task, .. }
        | Event::TaskDone { task, .. }
        | Event::CancelRequested { task, .. }
        | Event::CancelDelivered { task, .. }
        | Event::AwaitEntered { task, .. }
        | Event::AwaitLeft { task, .. } => Some(task),
        Event::Output { task, .. } | Event::LineReached { task, .. } | Event::Raised { task, .. } => task,
        _ => None,
    }
}

/// A client's name for those who don't see it.
fn name(client: &Client, detail: &str, shown: &Shown) -> String {
    let label: &str = &client.label;
    let lang = shown.lang;
    match &client.pose {
        Pose::OnTheLine => SceneMsg::NamedOnLine.with(lang, &[label]),
        Pose::InQueue { place, when, .. } => {
            let msg = match when {
                When::ThisTurn => SceneMsg::NamedReady,
                When::NextTurn => SceneMsg::NamedReadyNext,
            };
            msg.with(lang, &[label, &place.to_string()])
        }
        Pose::OnHold(_) => SceneMsg::NamedOnHold.with(lang, &[label, detail]),
        Pose::Leaving(_) => label.to_owned(),
    }
}

/// A timer that nobody waits for.
fn notice_view(notice: &Notice, still: &Still<'_>) -> Html {
    let [card, name] = parts::notice(notice, still);
    html! {
        <g
            key={ notice.handle.number() }
            class="slip notice"
            style={ format!("transform:translate({}px,{}px)", notice.at.x, notice.at.y) }
        >
            { drawn(card) }
            <g class="written beside">
                { drawn(name) }
                <EggTimer set={ notice.set } due={ notice.due } at={ still.board.time } />
            </g>
        </g>
    }
}

/// Moves the focus along the clients by the arrow keys; the tab key leads to but one of them.
fn walk(root: &Element, event: &KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => true,
        "ArrowLeft" | "ArrowUp" => false,
        _ => return,
    };
    let Ok(all) = root.query_selector_all("[role=button]") else {
        return;
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let here = (0..all.length()).find(|index| all.item(*index) == target);
    let next = match (here, forward) {
        (None, _) => return,
        (Some(here), true) => here + 1,
        (Some(here), false) => here.wrapping_sub(1),
    };
    if let Some(next) = all.item(next).and_then(|node| node.dyn_into::<SvgElement>().ok()) {
        event.prevent_default();
        // That an element can't take the focus is no reason to stop anybody.
        let _ = next.focus();
    }
}
