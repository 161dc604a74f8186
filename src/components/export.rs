//! Pictures of what is on screen, to take away.

use switchboard_still::View;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::host::still;
use crate::i18n::{Lang, Msg, ShareMsg};
use crate::session::Shown;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
}

/// Which view, and buttons that save a picture of it.
#[component]
pub fn ExportButtons(props: &Props) -> Html {
    let shown = &props.shown;
    let lang = shown.lang;
    let view = use_state(|| View::Scene);
    let onchange = {
        let view = view.clone();
        Callback::from(move |event: Event| {
            let index = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            let chosen = usize::try_from(index).ok().and_then(|index| View::ALL.get(index));
            view.set(chosen.copied().unwrap_or(View::Scene));
        })
    };
    let button = |text: ShareMsg, save: fn(&Shown, View)| {
        let (shown, view) = (shown.clone(), *view);
        let onclick = Callback::from(move |_: MouseEvent| save(&shown, view));
        html! { <button { onclick }>{ text.text(lang) }</button> }
    };
    let option = |(key, offered): (usize, View)| {
        html! { <option { key } selected={ offered == *view }>{ name(offered, lang) }</option> }
    };
    html! {
        <div class="share-tools">
            <label class="choice">
                <span>{ ShareMsg::Picture.text(lang) }</span>
                <select { onchange }>{ for View::ALL.into_iter().enumerate().map(option) }</select>
            </label>
            { button(ShareMsg::SaveSvg, still::save_svg) }
            { button(ShareMsg::SavePng, still::save_png) }
        </div>
    }
}

fn name(view: View, lang: Lang) -> &'static str {
    let msg = match view {
        View::Scene => Msg::CallCenter,
        View::Queues => Msg::Queues,
        View::Timeline => Msg::Timeline,
        View::Code => Msg::Program,
    };
    msg.text(lang)
}
