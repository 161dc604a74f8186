//! A panel: a region with a name, a head and a body. Where several panels share an area, the head has their tabs.

use yew::prelude::*;

use crate::host::page;
use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch, Layout, PanelId};

/// What a panel has to know of the page around it.
#[derive(Clone, PartialEq)]
pub struct Surroundings {
    pub layout: Layout,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: PanelId,
    /// Stands beside the title, in a quieter tone.
    #[prop_or_default]
    pub note: Html,
    /// Stands at the head's end.
    #[prop_or_default]
    pub tools: Html,
    #[prop_or_default]
    pub children: Html,
}

/// A region of the page.
#[component]
pub fn Panel(props: &Props) -> Html {
    let id = props.id;
    let around = use_context::<Surroundings>();
    let is_framed = around
        .as_ref()
        .is_some_and(|around| !around.layout.framed.is_empty());
    let is_in_front = is_framed
        || around
            .as_ref()
            .is_some_and(|around| around.layout.in_front(id.area()) == Some(id));
    // The tab that was pressed goes out of sight with its panel: the focus goes on to the same one in this head.
    use_effect_with(is_in_front, move |is_in_front| {
        if *is_in_front {
            page::follow_tab(&tab_name(id));
        }
    });
    let Some(around) = around else {
        return html! { <section data-panel={ id.name() }>{ props.children.clone() }</section> };
    };
    let heading = format!("panel-{}", id.name());
    let is_on_phone = is_framed || around.layout.on_phone == id;
    // In a frame, panels stand side by side.
    let neighbours: Vec<PanelId> = match is_framed {
        true => Vec::new(),
        false => around.layout.panels(id.area()).collect(),
    };
    html! {
        <section
            class="panel"
            data-panel={ id.name() }
            data-front={ is_in_front.then_some("") }
            data-phone={ is_on_phone.then_some("") }
            aria-labelledby={ heading.clone() }
        >
            <header class="panel-head">
                <h2 id={ heading } class={ classes!((neighbours.len() > 1).then_some("tabbed")) }>
                    { title(id).text(around.lang) }
                </h2>
                if neighbours.len() > 1 {
                    <div class="tabs" role="group" aria-label={ Msg::Panels.text(around.lang) }>
                        { for neighbours.into_iter().map(|panel| tab(panel, id, &around)) }
                    </div>
                }
                <div class="panel-note">{ props.note.clone() }</div>
                <div class="panel-tools">{ props.tools.clone() }</div>
            </header>
            <div class="panel-body">{ props.children.clone() }</div>
        </section>
    }
}

/// A panel's name.
pub const fn title(panel: PanelId) -> Msg {
    match panel {
        PanelId::Code => Msg::Program,
        PanelId::Scene => Msg::CallCenter,
        PanelId::Queues => Msg::Queues,
        PanelId::Console => Msg::Output,
        PanelId::Log => Msg::Log,
        PanelId::Inspector => Msg::Inspector,
        PanelId::Timeline => Msg::Timeline,
    }
}

/// The name of a panel's tab in its own head.
fn tab_name(panel: PanelId) -> String {
    format!("tab-{}", panel.name())
}

fn tab(panel: PanelId, current: PanelId, around: &Surroundings) -> Html {
    let onclick = around.dispatch.reform(move |_| Action::BringToFront(panel));
    html! {
        <button id={ (panel == current).then(|| tab_name(panel)) } key={ panel.name() } class="tab" aria-pressed={ (panel == current).to_string() } { onclick }>
            { title(panel).text(around.lang) }
        </button>
    }
}
