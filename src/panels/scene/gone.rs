//! The slips of those who have left.

use switchboard_still::Still;
use switchboard_still::scene as parts;
use switchboard_view::Look;
use switchboard_view::scene::{Pose, Result, Scene};
use yew::prelude::*;

use super::client::select_by_key;
use super::drawn::{all_drawn, drawn};
use crate::i18n::SceneMsg;
use crate::session::{Action, Dispatch, Shown};

/// The slips of those who have left, the last on top.
pub fn results(scene: &Scene, shown: &Shown, still: &Still<'_>, dispatch: &Dispatch) -> Html {
    // Where there is no client to start from, the tab key leads to the last slip.
    let is_quiet = scene
        .clients
        .iter()
        .all(|client| matches!(client.pose, Pose::Leaving(_)));
    let result = |(index, result): (usize, &Result)| {
        let task = result.task;
        let text = parts::result_text(result, still.trace, shown.lang);
        let name = SceneMsg::NamedDone.with(shown.lang, &[&result.label, &text]);
        let (paper, written) = parts::result(result, scene, still);
        let at = parts::result_at(index, scene);
        let onkeydown = select_by_key(dispatch, task);
        html! {
            <g
                key={ task.number() }
                class="result"
                data-task={ task.number().to_string() }
                data-state="done"
                data-slot={ Look::of(task).slot.to_string() }
                data-lit={ (shown.lit == Some(task)).then_some("") }
                style={ format!("transform:translate({}px,{}px)", at.x, at.y) }
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
                    { drawn(paper) }
                </g>
                <g aria-hidden="true">{ all_drawn(written) }</g>
            </g>
        }
    };
    html! { <g class="results">{ for scene.gone.last.iter().enumerate().map(result) }</g> }
}
