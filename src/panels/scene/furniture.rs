//! What stands in the call center: switchboard, desk, lounge, door.

use switchboard_trace::{Board, Phase};
use switchboard_view::Look;
use switchboard_view::scene::{Area, Bay, BayPlan, LINES, Lamp, LineView, Plan, Point, Pose, Scene, shorten};
use yew::prelude::*;

use super::client::{mark, select_by_key};
use super::spoken;
use crate::i18n::{Lang, SceneMsg};
use crate::session::{Action, Dispatch, Shown};

/// Patterns for tasks that share a colour, and the hatch of those who wait.
pub fn definitions() -> Html {
    html! {
        <defs>
            <pattern id="scene-pattern-1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(90)">
                <line x1="1.500" x2="1.500" y2="6" />
            </pattern>
            <pattern id="scene-pattern-2" width="6" height="6" patternUnits="userSpaceOnUse">
                <circle cx="3" cy="3" r="1.500" />
            </pattern>
            <pattern id="scene-pattern-3" width="7" height="7" patternUnits="userSpaceOnUse">
                <path d="M0 0H3.500V7H7V3.500H0Z" />
            </pattern>
            <pattern id="scene-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1="1" x2="1" y2="5" />
            </pattern>
        </defs>
    }
}

fn rect(area: Area, class: &'static str, radius: &'static str) -> Html {
    html! {
        <rect
            { class }
            x={ area.x.to_string() }
            y={ area.y.to_string() }
            width={ area.w.to_string() }
            height={ area.h.to_string() }
            rx={ radius }
        />
    }
}

/// The switchboard: a lamp and a jack for each line.
pub fn switchboard(scene: &Scene, shown: &Shown) -> Html {
    let plan = scene.plan;
    let empty = (scene.lines.len()..LINES).map(|line| jack(plan.jack(line), line));
    let further = scene.further;
    let label_x = (plan.board.x + plan.board.w / 2.0).to_string();
    html! {
        <g class="switchboard">
            { rect(plan.board, "cabinet", "10") }
            <text class="plate" x={ label_x } y={ (plan.board.y + 14.0).to_string() }>
                { SceneMsg::Switchboard.text(shown.lang) }
            </text>
            { for empty }
            { for scene.lines.iter().map(|line| line_view(line, shown)) }
            if further.all > 0 {
                { further_lines(scene) }
            }
        </g>
    }
}

fn jack(at: Point, key: usize) -> Html {
    html! {
        <g { key } class="jack" transform={ format!("translate({} {})", at.x, at.y) }>
            <circle class="lamp" cy="-16" r="4.500" />
            <circle class="ring" r="5.500" />
            <circle class="hole" r="2.200" />
        </g>
    }
}

fn line_view(line: &LineView, shown: &Shown) -> Html {
    let lamp = match line.lamp {
        Lamp::Ready => "ready",
        Lamp::Waiting => "waiting",
        Lamp::Running => "running",
        Lamp::Done => "done",
    };
    html! {
        <g
            key={ line.task.index() }
            class="jack taken"
            data-lamp={ lamp }
            data-slot={ Look::of(line.task).slot.to_string() }
            data-lit={ (shown.lit == Some(line.task)).then_some("") }
            transform={ format!("translate({:.1} {:.1})", line.at.x, line.at.y) }
        >
            <title>{ shown.label(line.task).to_string() }</title>
            <circle class="halo" cy="-16" r="8.500" />
            <circle class="lamp" cy="-16" r="4.500" />
            <circle class="ring" r="5.500" />
            <circle class="hole" r="2.200" />
        </g>
    }
}

/// The last jack stands for all lines that the board has no room for.
fn further_lines(scene: &Scene) -> Html {
    let at = scene.plan.jack(LINES);
    let lamp = match scene.further.ready {
        0 => "waiting",
        _ => "ready",
    };
    html! {
        <g class="jack taken further" data-lamp={ lamp } transform={ format!("translate({:.1} {:.1})", at.x, at.y) }>
            <circle class="halo" cy="-16" r="8.500" />
            <circle class="lamp" cy="-16" r="4.500" />
            <circle class="ring" r="5.500" />
            <circle class="hole" r="2.200" />
            <text class="further-count" x="8" y="-26">{ format!("+{}", scene.further.all) }</text>
        </g>
    }
}

/// The desk, with the operator's name, what the operator does, and the turn's four phases.
pub fn desk(scene: &Scene, board: &Board, lang: Lang, status: String) -> Html {
    let plan = scene.plan;
    let (top, floor) = (plan.desk, plan.line.y + 2.0);
    let front = Area {
        x: top.x + 10.0,
        y: top.y + top.h,
        w: top.w - 20.0,
        h: floor - top.y - top.h,
    };
    let x = (top.x + top.w / 2.0).to_string();
    let line = |share: f64| (front.y + share * front.h).to_string();
    html! {
        <g class="desk">
            { rect(front, "front", "2") }
            { rect(top, "top", "4") }
            <text class="name large" x={ x.clone() } y={ line(0.28) }>{ SceneMsg::Operator.text(lang) }</text>
            <text class="quiet" { x } y={ line(0.52) }>{ status }</text>
            { phases(plan, board, front.y + 0.8 * front.h) }
        </g>
    }
}

fn phases(plan: &Plan, board: &Board, y: f64) -> Html {
    const PHASES: [Phase; 4] = [Phase::Bound, Phase::PollIo, Phase::DueTimers, Phase::RunReady];
    let middle = plan.desk.x + plan.desk.w / 2.0;
    let phase = |(index, phase): (usize, &Phase)| {
        let x = middle + 30.0 * (index as f64 - 1.5);
        let class = if board.phase == Some(*phase) {
            "phase now"
        } else {
            "phase"
        };
        html! {
            <g key={ index } { class } transform={ format!("translate({x} {y})") }>
                <circle r="7.500" />
                <text y="3.800">{ index + 1 }</text>
            </g>
        }
    };
    html! { <g class="phases" aria-hidden="true">{ for PHASES.iter().enumerate().map(phase) }</g> }
}

/// The bays of the lounge with their signs.
pub fn lounge(scene: &Scene, lang: Lang) -> Html {
    let bays = Bay::ALL.into_iter().zip(&scene.plan.bays).enumerate();
    html! {
        <g class="lounge">
            { for bays.map(|(index, (bay, plan))| bay_view(scene, index, bay, plan, lang)) }
        </g>
    }
}

fn bay_view(scene: &Scene, index: usize, bay: Bay, plan: &BayPlan, lang: Lang) -> Html {
    let count = scene.lounge.counts.get(index).copied().unwrap_or_default();
    let more = scene.lounge.more.get(index).copied().flatten();
    let Area { x, y, w, .. } = plan.area;
    let nobody = plan.seat(0);
    html! {
        <g key={ index } class={ if count == 0 { "bay empty" } else { "bay" } }>
            { rect(plan.area, "room", "8") }
            <path class="icon" d={ icon(bay) } transform={ format!("translate({} {})", x + 8.0, y + 5.0) } />
            <text class="sign" x={ (x + 30.0).to_string() } y={ (y + 17.0).to_string() }>{ spoken::sign(bay).text(lang) }</text>
            if count > 0 {
                <text class="count" x={ (x + w - 10.0).to_string() } y={ (y + 17.0).to_string() }>{ count }</text>
            } else {
                <text class="nobody" x={ (nobody.x - 6.0).to_string() } y={ (nobody.y - 8.0).to_string() }>
                    { SceneMsg::Nobody.text(lang) }
                </text>
            }
            if let Some((count, at)) = more {
                <text class="more" x={ (at.x - 8.0).to_string() } y={ (at.y - 8.0).to_string() }>
                    { SceneMsg::More.with(lang, &[&count.to_string()]) }
                </text>
            }
        </g>
    }
}

/// A sign's icon, in strokes on a grid of 16.
const fn icon(bay: Bay) -> &'static str {
    match bay {
        Bay::Timer => {
            "M8 1.500C10.800 1.500 13.200 5.800 13.200 9A5.200 5.200 0 0 1 2.800 9C2.800 5.800 5.200 1.500 8 1.500ZM3 8H13M8 8V5.500"
        }
        Bay::Task => {
            "M8 2A2.700 2.700 0 1 0 8 7.400A2.700 2.700 0 1 0 8 2ZM2.800 14C2.800 10.500 5 9 8 9C11 9 13.200 10.500 13.200 14Z"
        }
        Bay::Outside => {
            "M3 2.800C3 9.500 6.500 13 13.200 13L13.500 10.200L10.500 9.200L9.300 10.600C7.500 9.800 6.200 8.500 5.400 6.700L6.800 5.500L5.800 2.500ZM9.500 2.500A4 4 0 0 1 13.500 6.500"
        }
        Bay::Signal => {
            "M5 4.500A3.500 3.500 0 1 0 5 11.500A3.500 3.500 0 1 0 5 4.500ZM8.500 8H14.500V11M12 8V10.500"
        }
        Bay::Shelf => "M2 5L8 2L14 5V11.500L8 14.500L2 11.500ZM2 5L8 8L14 5M8 8V14.500M5 3.500L11 6.500",
    }
}

/// The queue's floor: its sign, its rope, and the count of those beyond its room.
pub fn queue(scene: &Scene, lang: Lang) -> Html {
    let plan = &scene.plan.queue;
    let (sign, more) = (plan.sign, plan.more);
    // Not in one line with the name beside it.
    let more_y = if scene.queue.is_staggered && !plan.spots.is_multiple_of(2) {
        "31"
    } else {
        "18"
    };
    let end = scene.plan.in_queue(plan.spots - 1).x + plan.pitch / 2.0;
    html! {
        <g class="queue">
            <line
                class="lane"
                x1={ (plan.first.x - plan.pitch / 2.0).to_string() }
                x2={ end.to_string() }
                y1={ (plan.first.y + 2.0).to_string() }
                y2={ (plan.first.y + 2.0).to_string() }
            />
            <g class={ if scene.queue.len > 0 { "queue-sign lit" } else { "queue-sign" } } transform={ format!("translate({} {})", sign.x, sign.y) }>
                <circle cx="5" cy="-4" r="5" />
                <text class="sign" x="17">
                    { format!("{} · {}", SceneMsg::ReadyQueue.text(lang), scene.queue.len) }
                </text>
            </g>
            if let Some(x) = scene.queue.rope {
                <g class="rope" style={ format!("transform:translate({x}px,{}px)", plan.first.y) }>
                    <path class="post" d="M0 1V-48M-5 1.500H5" />
                    <circle class="knob" cy="-50" r="3" />
                    <path class="cord" d="M0 -44C8 -26 18 -24 27 -30" />
                    <text class="quiet" x="-4" y="-92">{ format!("→ {}", SceneMsg::NextTurn.text(lang)) }</text>
                </g>
            }
            if scene.queue.more > 0 {
                <g class="crowd" transform={ format!("translate({} {})", more.x, more.y) }>
                    { for [-14.0, 0.0, 14.0].into_iter().enumerate().map(crowd) }
                    <text class="more" y={ more_y }>{ SceneMsg::More.with(lang, &[&scene.queue.more.to_string()]) }</text>
                </g>
            }
        </g>
    }
}

fn crowd((key, x): (usize, f64)) -> Html {
    html! {
        <path { key } transform={ format!("translate({x} {}) scale(0.9)", x.abs() / -3.0) } d="M0 -56A9.500 9.500 0 1 1 0 -37A9.500 9.500 0 1 1 0 -56ZM-11.500 0C-12.500 -7 -11 -11 -13.500 -17C-16 -26 -11 -34.500 -4 -34.500H4C11 -34.500 16 -26 13.500 -17C11 -11 12.500 -7 11.500 0Z" />
    }
}

/// The door.
pub fn door(plan: &Plan) -> Html {
    let Area { x, y, w, h } = plan.door;
    let (right, floor) = (x + w, y + h + 2.0);
    let frame = format!(
        "M{x} {floor}V{}Q{x} {y} {} {y}H{}Q{right} {y} {right} {}V{floor}",
        y + 8.0,
        x + 8.0,
        right - 8.0,
        y + 8.0
    );
    let leaf = format!(
        "M{right} {floor}V{}L{} {}V{}Z",
        y + 4.0,
        x + 0.62 * w,
        y + 14.0,
        floor + 7.0
    );
    html! {
        <g class="door">
            <path class="opening" d={ format!("{frame}Z") } />
            <path class="leaf" d={ leaf } />
            <circle class="knob" cx={ (x + 0.7 * w).to_string() } cy={ (y + 0.58 * h).to_string() } r="2" />
            <path class="frame" d={ frame } />
        </g>
    }
}

/// The slips of those who have left, the last on top.
pub fn gone(scene: &Scene, shown: &Shown, dispatch: &Dispatch) -> Html {
    let plan = scene.plan;
    let Area { x, y, w, .. } = plan.gone;
    let trace = shown.trace();
    // Where there is no client to start from, the tab key leads to the last slip.
    let is_quiet = scene
        .clients
        .iter()
        .all(|client| matches!(client.pose, Pose::Leaving(_)));
    let result = |(index, result): (usize, &switchboard_view::scene::Result)| {
        let task = result.task;
        let text = trace
            .as_ref()
            .map_or_else(String::new, |trace| spoken::result(result, trace, shown.lang));
        let name = SceneMsg::NamedDone.with(shown.lang, &[&result.label, &text]);
        let most = ((w - 38.0) / 7.4) as usize;
        let onkeydown = select_by_key(dispatch, task);
        html! {
            <g
                key={ task.number() }
                class="result"
                data-task={ task.number().to_string() }
                data-state="done"
                data-slot={ Look::of(task).slot.to_string() }
                data-lit={ (shown.lit == Some(task)).then_some("") }
                style={ format!("transform:translate({}px,{}px)", x + 8.0, y + 28.0 + 32.0 * index as f64) }
                onpointerenter={ dispatch.reform(move |_: PointerEvent| Action::Light(Some(task))) }
                onpointerleave={ dispatch.reform(|_: PointerEvent| Action::Light(None)) }
                onfocusin={ dispatch.reform(move |_: FocusEvent| Action::Light(Some(task))) }
                onfocusout={ dispatch.reform(|_: FocusEvent| Action::Light(None)) }
                onclick={ dispatch.reform(move |_: MouseEvent| Action::Select(Some(task))) }
            >
                <g
                    role="button"
                    tabindex={ if is_quiet && index == 0 { "0" } else { "-1" } }
                    aria-label={ name }
                    data-keys=""
                    { onkeydown }
                >
                    <rect class="slip" width={ (w - 16.0).to_string() } height="29" rx="3" />
                </g>
                { mark(result.how, 10.0, 14.5) }
                <text aria-hidden="true" class="name" x="22" y="12">{ shorten(&result.label, most) }</text>
                <text aria-hidden="true" class="detail" x="22" y="25">{ shorten(&text, most) }</text>
            </g>
        }
    };
    html! {
        <g class={ if scene.gone.count == 0 { "bay empty" } else { "bay" } }>
            { rect(plan.gone, "room", "8") }
            <text class="sign" x={ (x + 10.0).to_string() } y={ (y + 17.0).to_string() }>{ SceneMsg::Gone.text(shown.lang) }</text>
            if scene.gone.count > 0 {
                <text class="count" x={ (x + w - 10.0).to_string() } y={ (y + 17.0).to_string() }>{ scene.gone.count }</text>
            } else {
                <text class="nobody" x={ (x + 10.0).to_string() } y={ (y + 40.0).to_string() }>{ SceneMsg::Nobody.text(shown.lang) }</text>
            }
            { for scene.gone.last.iter().enumerate().map(result) }
        </g>
    }
}
