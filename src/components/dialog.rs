//! A dialog: it takes the focus when it opens and gives it back when it goes; its button or Escape closes it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Glyph, Icon};
use crate::host::page;
use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Tells it from other dialogs, in style sheets too.
    pub name: &'static str,
    pub title: &'static str,
    pub lang: Lang,
    pub dispatch: Dispatch,
    pub children: Html,
}

/// A dialog.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let close = props.dispatch.reform(|_: MouseEvent| Action::CloseDialogs);
    // In a field the page's keys mean nothing, so Escape is listened to here as well.
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(Action::CloseDialogs);
            }
        })
    };
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let opener = page::focused();
            let element = dialog.cast::<HtmlElement>();
            if let Some(element) = &element {
                // An element that is there can be focused.
                let _ = element.focus();
            }
            move || {
                // Who has gone on to something else meanwhile stays there.
                if page::is_focus_within(element.as_deref())
                    && let Some(opener) = opener
                {
                    // An element that is gone leaves the focus where it is.
                    let _ = opener.focus();
                }
            }
        });
    }
    let heading = format!("{}-title", props.name);
    html! {
        <div
            ref={ dialog }
            class={ classes!("dialog", props.name) }
            role="dialog"
            aria-modal="false"
            aria-labelledby={ heading.clone() }
            tabindex="-1"
            { onkeydown }
        >
            <div class="dialog-head">
                <h2 id={ heading }>{ props.title }</h2>
                <button class="quiet" onclick={ close } aria-label={ Msg::Close.text(props.lang) }>
                    <Icon glyph={ Glyph::Close } />
                </button>
            </div>
            { props.children.clone() }
        </div>
    }
}
