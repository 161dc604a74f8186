//! The loop's own picture: its phases, the ready queue, timers, what the operating system watches, and who waits for
//! what.

mod phases;
mod ready;
mod timers;
mod waits;

use yew::prelude::*;

use crate::components::Panel;
use crate::i18n::QueuesMsg;
use crate::session::{Dispatch, PanelId, Shown};
use phases::Phases;

pub use waits::object_name;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The loop's own picture.
#[component]
pub fn Queues(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let note = format!("{} {}", QueuesMsg::Turn.text(shown.lang), shown.board.turn);
    html! {
        <Panel id={ PanelId::Queues } { note }>
            <div class="queues">
                <Phases shown={ shown.clone() } />
                { ready::ready_queue(shown, dispatch) }
                <div class="queues-lists">
                    { timers::timers(shown, dispatch) }
                    { waits::waits(shown, dispatch) }
                </div>
            </div>
        </Panel>
    }
}

/// A part of the picture.
struct Part {
    name: &'static str,
    title: QueuesMsg,
    about: QueuesMsg,
    count: usize,
}

/// A part of the picture, under its name.
fn section(shown: &Shown, part: &Part, body: Html) -> Html {
    let heading = format!("queues-{}", part.name);
    html! {
        <section class="queues-part" data-part={ part.name } aria-labelledby={ heading.clone() }>
            <h3 id={ heading } title={ part.about.text(shown.lang) }>
                { part.title.text(shown.lang) }
                if part.count > 0 {
                    <span class="count">{ part.count }</span>
                }
            </h3>
            { body }
        </section>
    }
}

/// How many more there are than are shown.
fn more(shown: &Shown, count: usize) -> Html {
    html! {
        if count > 0 {
            <span class="queues-more">{ QueuesMsg::more(shown.lang, count) }</span>
        }
    }
}

fn empty(shown: &Shown, msg: QueuesMsg) -> Html {
    html! { <p class="empty">{ msg.text(shown.lang) }</p> }
}
