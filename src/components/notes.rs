//! What an author says about a program: paragraphs, lists and code, as scenario files have them.

use switchboard_scenario::notes::{Block, Piece, blocks, pieces};
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

/// Paragraphs and lists.
fn markdown(notes: &str) -> Html {
    let block = |(key, block): (usize, Block<'_>)| match block {
        Block::Paragraph(line) => html! { <p { key }>{ inline(line) }</p> },
        Block::List(items) => html! {
            <ul { key }>{ for items.iter().enumerate().map(|(at, item)| html! { <li key={ at }>{ inline(item) }</li> }) }</ul>
        },
    };
    html! { <>{ for blocks(notes).into_iter().enumerate().map(block) }</> }
}

/// Text with code in it.
fn inline(line: &str) -> Html {
    let piece = |(at, piece): (usize, Piece<'_>)| match piece {
        Piece::Text(text) => html! { <span key={ at }>{ text.to_owned() }</span> },
        Piece::Code(text) => html! { <code key={ at }>{ text.to_owned() }</code> },
    };
    html! { <>{ for pieces(line).enumerate().map(piece) }</> }
}
