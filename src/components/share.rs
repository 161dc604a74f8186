//! Sharing: links to what one sees, a frame for a web page, the program as a file.

use switchboard_scenario::{MAX_LINK, Scenario};
use yew::prelude::*;

use super::dialog::Dialog;
use super::{Glyph, Icon};
use crate::host::{clipboard, link};
use crate::i18n::{Lang, ShareMsg};
use crate::session::{Dispatch, Place};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub place: Place,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The dialog; Escape closes it.
#[component]
pub fn Share(props: &Props) -> Html {
    let Props {
        place,
        lang,
        dispatch,
    } = props;
    let lang = *lang;
    let at_step = place.scenario();
    let at_start = Scenario {
        step: 0,
        ..at_step.clone()
    };
    let to_program = use_link(at_start);
    let to_step = use_link(at_step);
    let file = format!(
        "data:text/x-python;charset=utf-8,{}",
        js_sys::encode_uri_component(&place.program.source)
    );
    html! {
        <Dialog name="share" title={ ShareMsg::Share.text(lang) } { lang } dispatch={ dispatch.clone() }>
            <p>{ ShareMsg::Contains.text(lang) }</p>
            { field(ShareMsg::LinkToProgram.text(lang).to_owned(), to_program.clone(), lang) }
            if place.step > 0 {
                { field(format!("{} {}", ShareMsg::LinkToStep.text(lang), place.step), to_step.clone(), lang) }
            }
            { field(ShareMsg::Embed.text(lang).to_owned(), frame(place, &to_program, &to_step), lang) }
            <p class="hint">{ ShareMsg::EmbedHint.text(lang) }</p>
            <p><a href={ file } download="program.py">{ ShareMsg::Download.text(lang) }</a></p>
        </Dialog>
    }
}

/// A link to a scenario, once it is there.
#[hook]
fn use_link(scenario: Scenario) -> Option<String> {
    let found = use_state(|| None);
    {
        let found = found.clone();
        use_effect_with(scenario, move |scenario| {
            link::write(scenario, move |fragment| {
                found.set(fragment.map(|fragment| format!("{}#{fragment}", link::base())));
            });
        });
    }
    (*found).clone()
}

/// The HTML of a frame that shows what one sees.
fn frame(place: &Place, to_program: &Option<String>, to_step: &Option<String>) -> Option<String> {
    let link = if place.step > 0 { to_step } else { to_program };
    let link = link.as_ref()?;
    let (base, fragment) = link.split_once('#')?;
    let query = if base.contains('?') { "&amp;" } else { "?" };
    Some(format!(
        "<iframe title=\"Switchboard\" src=\"{base}{query}embed=1#{fragment}\" width=\"100%\" height=\"480\" loading=\"lazy\" style=\"border:0\"></iframe>"
    ))
}

/// A text that can be copied, with its length.
fn field(label: String, text: Option<String>, lang: Lang) -> Html {
    let Some(text) = text else {
        return html! { <p class="share-row">{ label }</p> };
    };
    if text.len() > MAX_LINK {
        return html! { <p class="share-row">{ ShareMsg::TooLong.text(lang) }</p> };
    }
    let length = format!("{} {}", text.len(), ShareMsg::Characters.text(lang));
    let onclick = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| clipboard::copy(&text))
    };
    html! {
        <div class="share-row">
            <label>
                <span>{ label.clone() }</span>
                <input type="text" readonly=true value={ text } />
            </label>
            <span class="length">{ length }</span>
            <button { onclick } aria-label={ format!("{}: {label}", ShareMsg::Copy.text(lang)) }>
                <Icon glyph={ Glyph::Copy } />{ ShareMsg::Copy.text(lang) }
            </button>
        </div>
    }
}
