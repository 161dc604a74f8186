//! The page's grid: header, panels, transport.

use std::rc::Rc;

use yew::prelude::*;

use super::header::Header;
use super::transport::Transport;
use crate::app::ViewState;
use crate::panels::{Code, Console, Inspector, Log, Queues, Scene, Timeline};
use crate::session::{Dispatch, Program, Settings, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub draft: Rc<Program>,
    pub settings: Settings,
    pub view: ViewState,
    pub dispatch: Dispatch,
}

/// Everything that there is to see.
#[component]
pub fn Page(props: &Props) -> Html {
    let Props {
        shown,
        draft,
        settings,
        view,
        dispatch,
    } = props;
    let panel = (shown.clone(), dispatch.clone());
    let (shown, dispatch) = panel;
    html! {
        <div class="page">
            <Header settings={ settings.clone() } dispatch={ dispatch.clone() } />
            <main class="grid">
                <Code shown={ shown.clone() } draft={ Rc::clone(draft) } view={ *view } dispatch={ dispatch.clone() } />
                <Scene shown={ shown.clone() } dispatch={ dispatch.clone() } />
                <Queues shown={ shown.clone() } dispatch={ dispatch.clone() } />
                <Console shown={ shown.clone() } dispatch={ dispatch.clone() } />
                <Timeline shown={ shown.clone() } dispatch={ dispatch.clone() } />
                <Log shown={ shown.clone() } dispatch={ dispatch.clone() } />
                <Inspector shown={ shown.clone() } dispatch={ dispatch.clone() } />
            </main>
            <Transport { shown } settings={ settings.clone() } view={ *view } { dispatch } />
        </div>
    }
}
