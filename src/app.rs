//! The page as a whole.

use wasm_bindgen::UnwrapThrowExt;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::host::Driver;
use crate::i18n::Msg;
use crate::session::Run;

/// The program that the page opens with.
const FIRST_PROGRAM: &str = include_str!("../static/first_program.py");

/// The page: a program, what it prints, and the events of its run.
pub struct App {
    source: String,
    run: Option<Driver<Run>>,
    events: Vec<String>,
}

/// What can happen to the page.
pub enum Action {
    /// The program was edited.
    Edit(String),
    /// The program is to run from its beginning.
    Run,
    /// The run has got on.
    Progress,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(_ctx: &Context<Self>) -> Self {
        Self {
            source: FIRST_PROGRAM.to_owned(),
            run: None,
            events: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        match action {
            Action::Edit(source) => self.source = source,
            Action::Run => {
                self.events.clear();
                let on_progress = ctx.link().callback(|()| Action::Progress);
                self.run = Some(Driver::start(Run::new(), move || on_progress.emit(())).unwrap_throw());
            }
            Action::Progress => {
                if let Some(run) = &self.run {
                    self.events.extend(run.program().events_from(self.events.len()));
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let on_input = ctx.link().callback(|event: InputEvent| {
            Action::Edit(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        });
        let on_run = ctx.link().callback(|_| Action::Run);
        html! {
            <main>
                <h1>{ Msg::Title.text() }</h1>
                <section data-panel="code" aria-label={ Msg::Program.text() }>
                    <textarea
                        rows="14"
                        spellcheck="false"
                        aria-label={ Msg::Program.text() }
                        value={ self.source.clone() }
                        oninput={ on_input }
                    />
                    <button onclick={ on_run }>{ Msg::Run.text() }</button>
                </section>
                <section data-panel="log" aria-label={ Msg::Events.text() }>
                    <h2>{ Msg::Events.text() }</h2>
                    <ol start="0">
                        { for self.events.iter().enumerate().map(|(step, event)| html! { <li key={ step }>{ event }</li> }) }
                    </ol>
                </section>
            </main>
        }
    }
}
