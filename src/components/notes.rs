//! What an author says about a program: paragraphs, lists and code, as scenario files have them.

use yew::prelude::*;

use super::{Glyph, Icon};
use crate::i18n::GalleryMsg;
use crate::session::{Action, Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub is_hidden: bool,
    pub dispatch: Dispatch,
}

/// The title and the notes, if there are any; they can be closed, and opened again.
#[component]
pub fn Notes(props: &Props) -> Html {
    let scenario = &props.shown.scenario;
    if scenario.notes.is_empty() && scenario.title.is_empty() {
        return Html::default();
    }
    about(props)
}

/// Not inlined, so that the build can put it off.
#[inline(never)]
fn about(props: &Props) -> Html {
    let scenario = &props.shown.scenario;
    let lang = props.shown.lang;
    let is_hidden = props.is_hidden || scenario.notes.is_empty();
    let toggle = props
        .dispatch
        .reform(move |_: MouseEvent| Action::ShowNotes(is_hidden));
    let name = match is_hidden {
        true => GalleryMsg::About.text(lang),
        false => GalleryMsg::Hide.text(lang),
    };
    html! {
        <section class="notes" aria-label={ GalleryMsg::About.text(lang) }>
            <div class="notes-head">
                <h3>{ scenario.title.clone() }</h3>
                if !scenario.notes.is_empty() {
                    <button
                        class="quiet"
                        onclick={ toggle }
                        aria-expanded={ (!is_hidden).to_string() }
                        aria-label={ name }
                        title={ name }
                    >
                        <Icon glyph={ if is_hidden { Glyph::Plus } else { Glyph::Close } } />
                    </button>
                }
            </div>
            if !is_hidden {
                <div class="notes-text" tabindex="0">{ markdown(&scenario.notes) }</div>
            }
        </section>
    }
}

/// The first sentence of notes, without marks.
pub fn first_sentence(notes: &str) -> String {
    let paragraph = notes
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let mut ends = paragraph.match_indices([' ', '\u{a0}']).map(|(at, _)| at);
    let end = ends.find(|at| {
        let before = paragraph.get(..*at).unwrap_or_default();
        before.trim_end_matches('\u{a0}').ends_with(['.', '?', '!'])
    });
    let sentence = paragraph
        .get(..end.unwrap_or(paragraph.len()))
        .unwrap_or_default();
    sentence.replace('`', "")
}

/// Paragraphs and lists.
fn markdown(notes: &str) -> Html {
    let lines: Vec<&str> = notes.lines().filter(|line| !line.trim().is_empty()).collect();
    let is_item = |line: &str| line.starts_with("- ");
    let blocks = lines.chunk_by(|one, other| is_item(one) && is_item(other));
    let block = |(key, lines): (usize, &[&str])| {
        if lines.first().is_some_and(|line| is_item(line)) {
            let items = lines.iter().enumerate();
            html! {
                <ul { key }>
                    { for items.map(|(at, line)| html! { <li key={ at }>{ inline(line.trim_start_matches("- ")) }</li> }) }
                </ul>
            }
        } else {
            html! { <p { key }>{ for lines.iter().map(|line| inline(line)) }</p> }
        }
    };
    html! { <>{ for blocks.enumerate().map(block) }</> }
}

/// Text with code between backticks.
fn inline(text: &str) -> Html {
    let pieces = text.split('`').enumerate();
    let piece = |(at, piece): (usize, &str)| match at % 2 {
        0 => html! { <span key={ at }>{ piece.to_owned() }</span> },
        _ => html! { <code key={ at }>{ piece.to_owned() }</code> },
    };
    html! { <>{ for pieces.map(piece) }</> }
}
