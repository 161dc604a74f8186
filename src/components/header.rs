//! The page's head: its name, and the choices that concern all of it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::panel::title;
use super::{Glyph, Icon};
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
    html! {
        <header class="site">
            <h1><span class="lamp" aria-hidden="true"></span>{ Msg::Title.text(lang) }</h1>
            <p class="tagline">{ Msg::Tagline.text(lang) }</p>
            <div class="site-tools">
                <details class="menu">
                    <summary>{ Msg::Panels.text(lang) }</summary>
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

fn panel_switch(panel: PanelId, layout: &Layout, lang: Lang, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.reform(move |_| Action::TogglePanel(panel));
    html! {
        <label key={ panel.name() }>
            <input type="checkbox" checked={ layout.is_seen(panel) } { onchange } />
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
