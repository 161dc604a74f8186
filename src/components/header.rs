//! The page's head: its name, and the choices that concern all of it.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlSelectElement, Node};
use yew::prelude::*;

use super::panel::title;
use super::{Glyph, Icon};
use crate::host::page;
use crate::i18n::{GalleryMsg, Lang, Msg, ShareMsg};
use crate::session::{Action, Dispatch, Layout, PanelId, Settings, Theme};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub settings: Settings,
    pub layout: Layout,
    pub dispatch: Dispatch,
}

/// The page's head.
#[component]
pub fn Header(props: &Props) -> Html {
    let Props {
        settings,
        layout,
        dispatch,
    } = props;
    let lang = settings.lang;
    let on_lang = dispatch.reform(move |event: Event| {
        let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::SetLang(Lang::from_tag(&tag).unwrap_or(lang))
    });
    let (glyph, name) = theme_button(settings.theme);
    let next = next_theme(settings.theme);
    let on_theme = dispatch.reform(move |_| Action::SetTheme(next));
    let on_gallery = dispatch.reform(|_| Action::ShowGallery);
    let on_share = dispatch.reform(|_| Action::ShowShare);
    let on_present = dispatch.reform(|_| Action::Present);
    let on_help = dispatch.reform(|_| Action::ShowHelp);
    let option = |offered: Lang| {
        html! {
            <option key={ offered.tag() } value={ offered.tag() } selected={ offered == lang } lang={ offered.tag() }>
                { offered.name() }
            </option>
        }
    };
    let (menu, on_menu_key, on_menu_left) = use_menu();
    html! {
        <header class="site">
            <h1><span class="lamp" aria-hidden="true"></span>{ Msg::Title.text(lang) }</h1>
            <p class="tagline">{ Msg::Tagline.text(lang) }</p>
            <div class="site-tools">
                <details ref={ menu } class="menu" onkeydown={ on_menu_key } onfocusout={ on_menu_left }>
                    <summary id={ MENU_BUTTON }>{ Msg::Panels.text(lang) }</summary>
                    <div class="menu-body">
                        { for PanelId::ALL.into_iter().map(|panel| panel_switch(panel, layout, lang, dispatch)) }
                    </div>
                </details>
                <button onclick={ on_gallery } aria-label={ GalleryMsg::Gallery.text(lang) }>
                    <Icon glyph={ Glyph::Cards } /><span class="wide-only">{ GalleryMsg::Gallery.text(lang) }</span>
                </button>
                <button onclick={ on_share } aria-label={ ShareMsg::Share.text(lang) }>
                    <Icon glyph={ Glyph::Share } /><span class="wide-only">{ ShareMsg::Share.text(lang) }</span>
                </button>
                <button
                    class="quiet desk-only"
                    onclick={ on_present }
                    title={ Msg::Present.text(lang) }
                    aria-label={ Msg::Present.text(lang) }
                >
                    <Icon glyph={ Glyph::Screen } />
                </button>
                <button class="quiet desk-only" onclick={ on_help } title={ Msg::Help.text(lang) } aria-label={ Msg::Help.text(lang) }>
                    <Icon glyph={ Glyph::Keys } />
                </button>
                <select aria-label={ Msg::Language.text(lang) } onchange={ on_lang }>
                    { for Lang::ALL.into_iter().map(option) }
                </select>
                <button class="quiet" onclick={ on_theme } title={ name.text(lang) } aria-label={ name.text(lang) }>
                    <Icon { glyph } />
                </button>
            </div>
        </header>
    }
}

/// The choice of panels: Escape closes it, and so does going on to something else.
#[hook]
fn use_menu() -> (NodeRef, Callback<KeyboardEvent>, Callback<FocusEvent>) {
    let menu = use_node_ref();
    let close = {
        let menu = menu.clone();
        move || {
            if let Some(menu) = menu.cast::<Element>() {
                // Removing an attribute can't fail.
                let _ = menu.remove_attribute("open");
            }
        }
    };
    {
        let (menu, close) = (menu.clone(), close.clone());
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo_utils::document(), "pointerdown", move |event| {
                if !holds(&menu, event.target()) {
                    close();
                }
            });
            move || drop(listener)
        });
    }
    let on_key = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
                page::focus(MENU_BUTTON);
            }
        })
    };
    let on_left = {
        let menu = menu.clone();
        Callback::from(move |event: FocusEvent| {
            // A press on a name leads the focus nowhere at first.
            if event.related_target().is_some() && !holds(&menu, event.related_target()) {
                close();
            }
        })
    };
    (menu, on_key, on_left)
}

/// The name of the button that opens the choice of panels.
const MENU_BUTTON: &str = "panels";

fn holds(node: &NodeRef, target: Option<EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    node.get().is_some_and(|node| node.contains(target.as_ref()))
}

fn panel_switch(panel: PanelId, layout: &Layout, lang: Lang, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.reform(move |_| Action::TogglePanel(panel));
    html! {
        <label key={ panel.name() }>
            <input type="checkbox" checked={ layout.is_seen(panel) } disabled={ layout.is_last(panel) } { onchange } />
            { title(panel).text(lang) }
        </label>
    }
}

fn theme_button(theme: Theme) -> (Glyph, Msg) {
    match theme {
        Theme::Auto => (Glyph::Auto, Msg::ThemeAuto),
        Theme::Light => (Glyph::Light, Msg::ThemeLight),
        Theme::Dark => (Glyph::Dark, Msg::ThemeDark),
    }
}

fn next_theme(theme: Theme) -> Theme {
    let at = Theme::ALL.iter().position(|candidate| *candidate == theme);
    let next = at.map_or(0, |at| (at + 1) % Theme::ALL.len());
    Theme::ALL.get(next).copied().unwrap_or(Theme::Auto)
}
