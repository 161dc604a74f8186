//! The picture: everything in its place, from the back to the front.

use std::rc::Rc;

use switchboard_trace::{Fate, Subject, Trace};
use switchboard_view::Look;
use switchboard_view::scene::{
    Client, Mood, Notice, Point, Pose, Scene, Shape, Slip, Speaker, When, shorten, wrap,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, SvgElement};
use yew::prelude::*;

use super::client::{ClientView, Emphasis};
use super::clocks::{Clock, EggTimer};
use super::{furniture, operator, spoken};
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
    let shape = if std::ptr::eq(plan, switchboard_view::scene::Plan::of(Shape::Tall)) {
        "tall"
    } else {
        "wide"
    };
    let cord = Cord::of(scene);
    let nothing = Trace::new();
    let trace = shown.trace();
    let trace: &Trace = trace.as_deref().unwrap_or(&nothing);
    html! {
        <svg
            ref={ root }
            class="scene-picture"
            data-shape={ shape }
            data-mood={ if shown.has_run() { operator::word(scene.mood) } else { "fresh" } }
            viewBox={ format!("0 0 {} {}", plan.width, plan.height) }
            role="group"
            aria-label={ Msg::CallCenter.text(lang) }
            { onkeydown }
        >
            { furniture::definitions() }
            { floor(scene) }
            { furniture::lounge(scene, lang) }
            { furniture::door(plan) }
            { furniture::gone(scene, shown, dispatch) }
            { furniture::switchboard(scene, shown) }
            { Cord::behind(cord.as_ref()) }
            { operator::operator(plan, scene.mood) }
            { furniture::desk(scene, &shown.board, lang, spoken::status(scene, shown)) }
            <Clock at={ shown.board.time } x={ plan.clock.x } y={ plan.clock.y } />
            { furniture::queue(scene, lang) }
            { Cord::before(cord.as_ref()) }
            <g class="slips">{ for scene.slips.iter().map(|slip| slip_view(slip, scene, trace, shown)) }</g>
            <g class="notices">{ for scene.lounge.notices.iter().map(|notice| notice_view(notice, trace, shown)) }</g>
            <g class="clients" role="group" aria-label={ SceneMsg::Clients.text(lang) }>{ clients(props) }</g>
            if let Mood::Noting(_) = scene.mood {
                { card_at(plan.line, 1.5, "slip on-line") }
            }
            if shown.has_run() {
                { balloon(scene, shown, trace) }
            } else {
                { invitation(scene, shown) }
            }
        </svg>
    }
}

/// The floor, and the light on it where one talks.
fn floor(scene: &Scene) -> Html {
    let plan = scene.plan;
    let y = (plan.line.y + 2.0).to_string();
    html! {
        <g class="floor">
            <ellipse class="pool" cx={ plan.line.x.to_string() } cy={ y.clone() } rx="52" ry="9" />
            <line x1="0" x2={ plan.width.to_string() } y1={ y.clone() } y2={ y } />
        </g>
    }
}

/// The cord of who is on the line hangs from its jack behind the operator, goes through the operator's hand and rises
/// to the client's handset.
struct Cord {
    slot: String,
    key: u32,
    jack: Point,
    behind: String,
    before: String,
}

impl Cord {
    fn of(scene: &Scene) -> Option<Self> {
        let client = scene
            .clients
            .iter()
            .find(|client| client.pose == Pose::OnTheLine)?;
        let (jack, desk, scale) = (scene.jack(client.task), scene.plan.desk, client.scale);
        let hand_scale = desk.w / 224.0;
        let hand = Point {
            x: desk.x + desk.w / 2.0 + 69.0 * hand_scale,
            y: desk.y + 2.0 - 20.0 * hand_scale,
        };
        let ear = Point {
            x: client.at.x + 8.0 * scale,
            y: client.at.y - 39.0 * scale,
        };
        let behind = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            jack.x,
            jack.y,
            jack.x,
            jack.y + 80.0 * hand_scale,
            hand.x - 50.0,
            hand.y - 20.0,
            hand.x,
            hand.y
        );
        let before = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}S{:.1} {:.1} {:.1} {:.1}",
            hand.x,
            hand.y,
            hand.x + 14.0,
            hand.y + 6.0,
            desk.x + desk.w,
            desk.y - 6.0,
            desk.x + desk.w + 14.0,
            desk.y + 18.0,
            ear.x - 34.0 * scale,
            ear.y + 60.0 * scale,
            ear.x,
            ear.y
        );
        Some(Self {
            slot: Look::of(client.task).slot.to_string(),
            key: client.task.number(),
            jack,
            behind,
            before,
        })
    }

    fn behind(cord: Option<&Self>) -> Html {
        let strand = |cord: &Self| {
            let (x, y) = ((cord.jack.x - 3.5).to_string(), (cord.jack.y - 4.0).to_string());
            html! {
                <g key={ cord.key } class="cord" data-slot={ cord.slot.clone() }>
                    { strand(&cord.behind) }
                    <rect class="plug" { x } { y } width="7" height="13" rx="2.500" />
                </g>
            }
        };
        html! { <g class="cords">{ for cord.map(strand) }</g> }
    }

    fn before(cord: Option<&Self>) -> Html {
        let strand = |cord: &Self| {
            html! {
                <g key={ cord.key } class="cord" data-slot={ cord.slot.clone() }>{ strand(&cord.before) }</g>
            }
        };
        html! { <g class="cords">{ for cord.map(strand) }</g> }
    }
}

/// A piece of cord, with a rim that sets it off from what is behind it.
fn strand(d: &str) -> Html {
    html! {
        <>
            <path class="under" d={ d.to_owned() } pathLength="1" />
            <path class="over" d={ d.to_owned() } pathLength="1" />
        </>
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
            Pose::OnHold(hold) => spoken::detail(hold, shown.lang),
            _ => String::new(),
        };
        let is_low = matches!(client.pose, Pose::InQueue { place, .. } if scene.queue.is_staggered && place.is_multiple_of(2));
        let name = name(client, &detail, shown);
        html! {
            <ClientView
                { key }
                client={ client.clone() }
                { detail }
                { is_low }
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
        Pose::InQueue { place, when } => {
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

/// A card.
fn card_at(at: Point, scale: f64, class: &'static str) -> Html {
    html! {
        <g { class } style={ format!("transform:translate({}px,{}px) scale({scale})", at.x, at.y - 6.0) }>
            <path class="card" d="M-13 -36H9L13 -32V0H-13Z" />
            <path class="fold" d="M9 -36V-32H13" />
            <path class="text" d="M-8 -27H4M-8 -21H8M-8 -15H8M-8 -9H2" />
        </g>
    }
}

/// A callback in the queue.
fn slip_view(slip: &Slip, scene: &Scene, trace: &Trace, shown: &Shown) -> Html {
    let (key, label) = match slip.who {
        Subject::Callback(handle) => (
            u64::from(handle.number()),
            trace.tables().get_name(slip.label).to_owned(),
        ),
        Subject::Task(task) => (1 << 40 | u64::from(task.number()), shown.label(task).to_string()),
    };
    let label = match label.as_str() {
        "" => SceneMsg::Callback.text(shown.lang),
        label => last_word(label),
    };
    let class = match slip.fate {
        Fate::Runs => "slip",
        Fate::IsSkipped => "slip skipped",
    };
    let next = if slip.when == When::ThisTurn {
        "place"
    } else {
        "place next"
    };
    let is_staggered = scene.queue.is_staggered;
    let y = if is_staggered && slip.place.is_multiple_of(2) {
        "31"
    } else {
        "18"
    };
    let room = if is_staggered {
        16
    } else {
        (scene.plan.queue.pitch / 6.6) as usize
    };
    html! {
        <g { key } { class } style={ format!("transform:translate({}px,{}px)", slip.at.x, slip.at.y) }>
            <g transform="translate(0 -4) scale(1.12)">
                <path class="card" d="M-13 -36H9L13 -32V0H-13Z" />
                <path class="fold" d="M9 -36V-32H13" />
                <path class="text" d="M-8 -27H4M-8 -21H8M-8 -15H8M-8 -9H2" />
            </g>
            if slip.fate == Fate::IsSkipped {
                <path class="strike" d="M-16 0L16 -40" />
            }
            <circle class={ next } cy="-76" r="8.500" />
            <text class="place-number" y="-72">{ slip.place }</text>
            <text class="detail" { y }>{ shorten(label, room) }</text>
        </g>
    }
}

/// `gather.<locals>._done_callback` is known by its last word.
fn last_word(label: &str) -> &str {
    label.rsplit('.').next().unwrap_or(label).trim_start_matches('_')
}

/// A timer that nobody waits for.
fn notice_view(notice: &Notice, trace: &Trace, shown: &Shown) -> Html {
    let label = last_word(trace.tables().get_name(notice.label));
    html! {
        <g
            key={ notice.handle.number() }
            class="slip notice"
            style={ format!("transform:translate({}px,{}px)", notice.at.x, notice.at.y) }
        >
            <g transform="translate(0 -5) scale(0.500)">
                <path class="card" d="M-13 -36H9L13 -32V0H-13Z" />
                <path class="text" d="M-8 -27H4M-8 -21H8M-8 -15H8M-8 -9H2" />
            </g>
            <g class="written beside">
                <text class="detail" x="20" y="-15">{ shorten(label, (notice.width / 6.3) as usize) }</text>
                <EggTimer set={ notice.set } due={ notice.due } at={ shown.board.time } radius={ 14.5 } y={ -14.0 } text_x={ 20.0 } text_y={ -1.0 } />
            </g>
        </g>
    }
}

/// What is said, in a balloon at who says it.
fn balloon(scene: &Scene, shown: &Shown, trace: &Trace) -> Html {
    let plan = scene.plan;
    let (speaker, says) = scene.says;
    let said = spoken::spoken(says, shown, trace);
    let area = plan.balloon;
    let character = if said.is_code { 7.9 } else { 7.5 };
    let widest = match speaker {
        Speaker::Client(_) => area.w,
        // Nobody stands beside the operator's balloon.
        Speaker::Operator => area.w.max(0.32 * plan.width),
    };
    let lines = wrap(&said.text, ((widest - 20.0) / character) as usize, 2);
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let width = (longest as f64 * character + 24.0).clamp(72.0, widest);
    let height = 14.0 + 18.0 * lines.len() as f64;
    let (tip, x, slot) = match speaker {
        Speaker::Client(task) => {
            let tip = Point {
                x: plan.line.x + 2.0,
                y: plan.line.y - 59.0 * plan.line_scale,
            };
            (tip, area.x, Some(Look::of(task).slot.to_string()))
        }
        Speaker::Operator => {
            let scale = plan.desk.w / 224.0;
            let tip = Point {
                x: plan.desk.x + plan.desk.w / 2.0 + 29.0 * scale,
                y: plan.desk.y - 76.0 * scale,
            };
            (tip, tip.x + 24.0 * scale, None)
        }
    };
    // A client's balloon grows upwards, the operator's downwards.
    let y = match speaker {
        Speaker::Client(_) => area.y + area.h - 12.0 - height,
        Speaker::Operator => tip.y + 5.0,
    };
    let bottom = y + height;
    let tail = match speaker {
        Speaker::Client(_) => {
            let from = (tip.x - 4.0).max(x + 12.0);
            format!(
                "M{} {bottom}L{} {}L{} {bottom}",
                from,
                tip.x,
                tip.y - 1.0,
                from + 13.0
            )
        }
        Speaker::Operator => {
            format!("M{x} {}L{} {}L{x} {}", y + 9.0, tip.x, tip.y, y + 20.0)
        }
    };
    let text_line = |(index, line): (usize, &String)| {
        html! {
            <text key={ index } x={ (x + 12.0).to_string() } y={ (y + 20.0 + 18.0 * index as f64).to_string() }>{ line.clone() }</text>
        }
    };
    let class = match (speaker, said.is_code) {
        (Speaker::Operator, _) => "balloon operators",
        (_, true) => "balloon code",
        (_, false) => "balloon",
    };
    html! {
        <g { class } data-slot={ slot }>
            <rect x={ x.to_string() } y={ y.to_string() } width={ width.to_string() } height={ height.to_string() } rx="8" />
            <path class="tail" d={ tail } />
            { for lines.iter().enumerate().map(text_line) }
        </g>
    }
}

/// Before the first run: what will be there.
fn invitation(scene: &Scene, shown: &Shown) -> Html {
    let queue = &scene.plan.queue;
    let x = queue.first.x + queue.pitch * (queue.spots as f64 - 1.0) / 2.0;
    let lines = wrap(SceneMsg::Empty.text(shown.lang), 40, 4);
    let line = |(index, line): (usize, &String)| {
        let y = queue.first.y - 56.0 + 20.0 * index as f64;
        html! { <text key={ index } x={ x.to_string() } y={ y.to_string() }>{ line.clone() }</text> }
    };
    html! { <g class="invitation">{ for lines.iter().enumerate().map(line) }</g> }
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
