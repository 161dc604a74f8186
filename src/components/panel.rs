//! A panel: a region with a name, a head and a body.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The stable name by which tests, links and style sheets know it.
    pub name: &'static str,
    pub title: AttrValue,
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
    let heading = format!("panel-{}", props.name);
    html! {
        <section class="panel" data-panel={ props.name } aria-labelledby={ heading.clone() }>
            <header class="panel-head">
                <h2 id={ heading }>{ props.title.clone() }</h2>
                <div class="panel-note">{ props.note.clone() }</div>
                <div class="panel-tools">{ props.tools.clone() }</div>
            </header>
            <div class="panel-body">{ props.children.clone() }</div>
        </section>
    }
}
