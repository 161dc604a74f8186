//! The gallery: ready scenarios by lecture, each with a still of its run.

use std::collections::HashMap;
use std::rc::Rc;

use switchboard_scenario::notes::first_sentence;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dialog::Dialog;
use super::still::still;
use super::transport::RUN_BUTTON;
use crate::host::{Driver, Pace, page};
use crate::i18n::{GalleryMsg, Lang};
use crate::session::{Action, Dispatch, Entry, Gallery as Entries, Program, Run, gallery, scores};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Once it was fetched.
    pub gallery: Option<Entries>,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The dialog. While it is open, its programs are run one after the other, as fast as they go.
pub struct Gallery {
    words: String,
    stills: HashMap<Rc<str>, Html>,
    running: Option<(Rc<str>, Driver<Run>)>,
}

pub enum Message {
    Search(String),
    /// The program that runs has got on.
    Progress,
}

/// A run that is longer is seen as far as this.
const MOST_EVENTS: usize = 5_000;

impl Component for Gallery {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        if ctx.props().gallery.is_none() {
            let dispatch = ctx.props().dispatch.clone();
            gallery::fetch(move |gallery| dispatch.emit(Action::Receive(gallery)));
        }
        let mut this = Self {
            words: String::new(),
            stills: HashMap::new(),
            running: None,
        };
        this.run_next(ctx);
        this
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        self.run_next(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Search(words) => self.words = words,
            Message::Progress => return self.take_still(ctx),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props {
            gallery,
            lang,
            dispatch,
        } = ctx.props();
        let lang = *lang;
        let on_search = ctx.link().callback(|event: InputEvent| {
            Message::Search(event.target_unchecked_into::<HtmlInputElement>().value())
        });
        let body = match gallery {
            None => html! { <p class="hint">{ GalleryMsg::Loading.text(lang) }</p> },
            Some(gallery) => self.lectures(gallery, lang, dispatch),
        };
        html! {
            <Dialog name="gallery" title={ GalleryMsg::Gallery.text(lang) } { lang } dispatch={ dispatch.clone() }>
                <input
                    type="search"
                    placeholder={ GalleryMsg::Search.text(lang) }
                    aria-label={ GalleryMsg::Search.text(lang) }
                    value={ self.words.clone() }
                    oninput={ on_search }
                />
                <div class="gallery-scroll">{ body }</div>
            </Dialog>
        }
    }
}

impl Gallery {
    fn lectures(&self, gallery: &Entries, lang: Lang, dispatch: &Dispatch) -> Html {
        let found: Vec<&Entry> = gallery
            .iter()
            .filter(|entry| entry.has(&self.words, lang))
            .collect();
        if found.is_empty() {
            return html! { <p class="hint">{ GalleryMsg::Empty.text(lang) }</p> };
        }
        let part = |entry: &&Entry| GalleryMsg::of_lecture(&entry.document.lecture);
        let lectures = found.chunk_by(|one, other| part(one) == part(other)).map(|entries| {
            let name = entries.first().map_or(GalleryMsg::Other, part).text(lang);
            html! {
                <section key={ name }>
                    <h3>{ name }</h3>
                    <ul class="cards">{ for entries.iter().map(|entry| self.card(entry, lang, dispatch)) }</ul>
                </section>
            }
        });
        html! { <>{ for lectures }</> }
    }

    fn card(&self, entry: &Entry, lang: Lang, dispatch: &Dispatch) -> Html {
        let document = &entry.document;
        let tag = lang.tag();
        let onclick = {
            let id = Rc::clone(&entry.id);
            dispatch.reform(move |_: MouseEvent| {
                // What comes next is to run it.
                page::focus(RUN_BUTTON);
                Action::OpenEntry(Rc::clone(&id))
            })
        };
        html! {
            <li key={ entry.id.to_string() }>
                <button class="card" { onclick } data-scenario={ entry.id.to_string() }>
                    <span class="card-head">
                        <b>{ document.title.get(tag).clone() }</b>
                        <span class="lecture">{ document.lecture.clone() }</span>
                    </span>
                    <span class="card-still" aria-hidden="true">
                        { self.stills.get(&entry.id).cloned().unwrap_or_default() }
                    </span>
                    <span class="card-text">{ first_sentence(document.notes.get(tag)) }</span>
                    if let Some(score) = scores::last(&document.program) {
                        <span class="card-score">{ GalleryMsg::YourScore.text(lang) }{ " " }{ score }</span>
                    }
                </button>
            </li>
        }
    }

    /// Keeps the picture of the run that is over, and begins the next one. Says whether there is one more to show.
    fn take_still(&mut self, ctx: &Context<Self>) -> bool {
        let is_over = |driver: &Driver<Run>| {
            let run = driver.program();
            run.exit().is_some() || run.len() > MOST_EVENTS
        };
        let Some((id, driver)) = self.running.take_if(|(_, driver)| is_over(driver)) else {
            return false;
        };
        let picture = driver.program().trace().map(|trace| still(&trace));
        self.stills.insert(id, picture.unwrap_or_default());
        self.run_next(ctx);
        true
    }

    /// Begins to run the first program of which there is no still.
    fn run_next(&mut self, ctx: &Context<Self>) {
        if self.running.is_some() {
            return;
        }
        let mut entries = ctx.props().gallery.iter().flat_map(|gallery| gallery.iter());
        let Some(entry) = entries.find(|entry| !self.stills.contains_key(&entry.id)) else {
            return;
        };
        let progress = ctx.link().callback(|()| Message::Progress);
        let run = Run::new(
            &Program::new(entry.document.program.clone()),
            entry.document.machine,
        );
        let driver = Driver::new(run, move || progress.emit(()));
        // Where nothing can be run there are no stills, and the texts are there all the same.
        if let Ok(driver) = driver {
            driver.play(Pace::Instant, 0);
            self.running = Some((Rc::clone(&entry.id), driver));
        }
    }
}
