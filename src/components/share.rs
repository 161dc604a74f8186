//! Sharing: links to what one sees, as text and as a picture; frames for web pages, slides and notebooks; files.

use qrcodegen::{QrCode, QrCodeEcc};
use switchboard_scenario::{MAX_LINK, Scenario, to_markdown};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::copy::CopyButton;
use super::dialog::Dialog;
use super::export::ExportButtons;
use super::{Glyph, Icon};
use crate::host::{files, link};
use crate::i18n::{GalleryMsg, Lang, ShareMsg};
use crate::session::{Dispatch, Place, Shown, open_file};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub place: Place,
    pub shown: Shown,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The dialog; Escape closes it.
#[component]
pub fn Share(props: &Props) -> Html {
    let Props {
        place,
        shown,
        lang,
        dispatch,
    } = props;
    let lang = *lang;
    let at_step = place.scenario();
    let at_start = Scenario {
        step: 0,
        ..at_step.clone()
    };
    let to_program = use_link(Some(at_start));
    let to_step = use_link((place.step > 0).then_some(at_step));
    let shows_qr = use_state(|| false);
    let host = use_state(|| Host::WebPage);
    let short = place.id.is_some().then(|| place_link(place)).flatten();
    let here = match (&short, place.step) {
        (Some(short), _) => Some(short.clone()),
        (None, 0) => to_program.clone(),
        (None, _) => to_step.clone(),
    };
    let title = match place.scenario.title.as_str() {
        "" => "Switchboard".to_owned(),
        title => title.to_owned(),
    };
    html! {
        <Dialog name="share" title={ ShareMsg::Share.text(lang) } { lang } dispatch={ dispatch.clone() }>
            <p>{ ShareMsg::Contains.text(lang) }</p>
            if let Some(short) = short {
                { field(ShareMsg::ShortLink.text(lang).to_owned(), Some(short), lang) }
            }
            { field(ShareMsg::LinkToProgram.text(lang).to_owned(), to_program.clone(), lang) }
            if place.step > 0 {
                { field(format!("{} {}", ShareMsg::LinkToStep.text(lang), place.step), to_step, lang) }
            }
            { qr_tools(&here, &title, &shows_qr, lang) }
            if *shows_qr {
                { qr_code(here.as_deref().unwrap_or_default(), &shows_qr, lang) }
            }
            { host_choice(&host, lang) }
            { field(ShareMsg::Embed.text(lang).to_owned(), here.as_deref().and_then(|link| host.snippet(link, &title)), lang) }
            <p class="hint">{ ShareMsg::EmbedHint.text(lang) }</p>
            { file_tools(place, lang, dispatch) }
            <ExportButtons shown={ shown.clone() } />
        </Dialog>
    }
}

/// The short link of what stands in the gallery.
fn place_link(place: &Place) -> Option<String> {
    Some(format!("{}#{}", link::base(), place.short()?))
}

/// A link to a scenario, if there is one, once it is there.
#[hook]
fn use_link(scenario: Option<Scenario>) -> Option<String> {
    let found = use_state(|| None);
    {
        let found = found.clone();
        use_effect_with(scenario, move |scenario| {
            let Some(scenario) = scenario else { return };
            link::write(scenario, move |fragment| {
                found.set(fragment.map(|fragment| format!("{}#{fragment}", link::base())));
            });
        });
    }
    (*found).clone()
}

/// What a frame can stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Host {
    WebPage,
    Markdown,
    Reveal,
    Quarto,
    Jupyter,
}

impl Host {
    const ALL: [Self; 5] = [
        Self::WebPage,
        Self::Markdown,
        Self::Reveal,
        Self::Quarto,
        Self::Jupyter,
    ];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::WebPage => ShareMsg::WebPage.text(lang),
            Self::Markdown => "Markdown",
            Self::Reveal => "reveal.js",
            Self::Quarto => "Quarto",
            Self::Jupyter => "Jupyter",
        }
    }

    /// What to write there to see what one sees here.
    fn snippet(self, link: &str, title: &str) -> Option<String> {
        let (base, fragment) = link.split_once('#')?;
        let query = if base.contains('?') { "&" } else { "?" };
        let source = format!("{base}{query}embed=1#{fragment}");
        let name = title.replace('&', "&amp;").replace('"', "&quot;");
        let address = source.replace('&', "&amp;");
        let frame =
            |attributes: &str| format!("<iframe title=\"{name}\" {attributes} style=\"border:0\"></iframe>");
        Some(match self {
            Self::WebPage => frame(&format!(
                "src=\"{address}\" width=\"100%\" height=\"480\" loading=\"lazy\""
            )),
            Self::Markdown => format!("[{}]({link})", title.replace(['[', ']'], "")),
            Self::Reveal => format!(
                "<section>{}</section>",
                frame(&format!(
                    "class=\"r-stretch\" data-src=\"{address}\" width=\"100%\""
                ))
            ),
            Self::Quarto => format!(
                "```{{=html}}\n{}\n```",
                frame(&format!("src=\"{address}\" width=\"100%\" height=\"480\""))
            ),
            Self::Jupyter => {
                format!(
                    "from IPython.display import IFrame\nIFrame(\"{source}\", width=\"100%\", height=480)"
                )
            }
        })
    }
}

fn host_choice(host: &UseStateHandle<Host>, lang: Lang) -> Html {
    let onchange = {
        let host = host.clone();
        Callback::from(move |event: Event| {
            let index = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            let chosen = usize::try_from(index).ok().and_then(|index| Host::ALL.get(index));
            host.set(chosen.copied().unwrap_or(Host::WebPage));
        })
    };
    let option = |offered: Host| {
        html! { <option key={ offered.name(Lang::En) } selected={ offered == **host }>{ offered.name(lang) }</option> }
    };
    html! {
        <label class="choice host">
            <span>{ ShareMsg::EmbedAs.text(lang) }</span>
            <select { onchange }>{ for Host::ALL.into_iter().map(option) }</select>
        </label>
    }
}

fn qr_tools(here: &Option<String>, title: &str, shows_qr: &UseStateHandle<bool>, lang: Lang) -> Html {
    let toggle = {
        let shows_qr = shows_qr.clone();
        Callback::from(move |_: MouseEvent| shows_qr.set(!*shows_qr))
    };
    let send = here.as_ref().filter(|_| files::can_send()).map(|link| {
        let (title, link) = (title.to_owned(), link.clone());
        Callback::from(move |_: MouseEvent| files::send(&title, &link))
    });
    html! {
        <div class="share-tools">
            <button onclick={ toggle } aria-pressed={ shows_qr.to_string() }>{ ShareMsg::QrCode.text(lang) }</button>
            if let Some(send) = send {
                <button onclick={ send }>{ ShareMsg::Send.text(lang) }</button>
            }
        </div>
    }
}

/// Around a QR code stays room of four modules.
const QUIET: i32 = 4;

/// The link as a QR code, as large as the screen; pressing it closes it.
fn qr_code(link: &str, shows_qr: &UseStateHandle<bool>, lang: Lang) -> Html {
    let close = {
        let shows_qr = shows_qr.clone();
        Callback::from(move |_: MouseEvent| shows_qr.set(false))
    };
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else {
        return html! { <p>{ ShareMsg::QrTooLong.text(lang) }</p> };
    };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let side = size + 2 * QUIET;
    html! {
        <button class="qr" onclick={ close } aria-label={ ShareMsg::QrCode.text(lang) } aria-pressed="true">
            <svg viewBox={ format!("{} {} {side} {side}", -QUIET, -QUIET) } aria-hidden="true" shape-rendering="crispEdges">
                <path d={ path } fill="#000" />
            </svg>
        </button>
    }
}

fn file_tools(place: &Place, lang: Lang, dispatch: &Dispatch) -> Html {
    let program = {
        let place = place.clone();
        Callback::from(move |_: MouseEvent| files::save("program.py", &place.program.source, "text/x-python"))
    };
    let scenario = {
        let place = place.clone();
        let name = place.id.as_deref().unwrap_or("scenario").to_owned();
        Callback::from(move |_: MouseEvent| {
            files::save(
                &format!("{name}.md"),
                &to_markdown(&place.scenario()),
                "text/markdown",
            );
        })
    };
    let open = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let dispatch = dispatch.clone();
            files::choose(".py,.md,.txt", move |given| dispatch.emit(open_file(given, lang)));
        })
    };
    html! {
        <div class="share-tools">
            <button onclick={ program }>{ ShareMsg::Download.text(lang) }</button>
            <button onclick={ scenario }>{ ShareMsg::DownloadScenario.text(lang) }</button>
            <button onclick={ open }><Icon glyph={ Glyph::Folder } />{ GalleryMsg::OpenFile.text(lang) }</button>
        </div>
    }
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
    html! {
        <div class="share-row">
            <label>
                <span>{ label.clone() }</span>
                if text.contains('\n') {
                    <textarea rows="3" readonly=true value={ text.clone() } />
                } else {
                    <input type="text" readonly=true value={ text.clone() } />
                }
            </label>
            <span class="length">{ length }</span>
            <CopyButton { text } name={ label } { lang } />
        </div>
    }
}
