//! One task, looked at closely: its state and why, where it stands, its times, its result.

mod details;

use yew::prelude::*;

use crate::components::{Glyph, Icon, Panel, task_card};
use crate::i18n::{InspectorMsg, QueuesMsg};
use crate::session::{Action, Dispatch, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// Without a selected task at most so many are offered.
const MOST_OFFERED: usize = 40;

/// One task, looked at closely.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let view = shown.selected.and_then(|task| shown.board.task(task));
    let tools = html! {
        if shown.selected.is_some() {
            <button class="quiet" onclick={ dispatch.reform(|_| Action::Select(None)) }>
                <Icon glyph={ Glyph::Close } />{ InspectorMsg::Back.text(shown.lang) }
            </button>
        }
    };
    html! {
        <Panel id={ PanelId::Inspector } { tools }>
            {
                match view {
                    Some(view) => details::details(shown, dispatch, view),
                    None => offer(shown, dispatch),
                }
            }
        </Panel>
    }
}

/// How to select a task, and the tasks that are alive.
fn offer(shown: &Shown, dispatch: &Dispatch) -> Html {
    let mut alive = shown.board.tasks().filter(|task| task.is_alive());
    let first: Vec<_> = alive.by_ref().take(MOST_OFFERED).collect();
    let more = alive.count();
    html! {
        <div class="inspector-offer">
            <p class="empty">{ InspectorMsg::Empty.text(shown.lang) }</p>
            <div class="inspector-cards">
                { for first.into_iter().map(|task| task_card(shown, task.task, dispatch)) }
                if more > 0 {
                    <span class="quiet-word">{ QueuesMsg::more(shown.lang, more) }</span>
                }
            </div>
        </div>
    }
}
