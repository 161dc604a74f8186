//! The page as a whole.

use switchboard_python::syntax::Diagnostic;
use wasm_bindgen::UnwrapThrowExt;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::host::Driver;
use crate::i18n::Msg;
use crate::session::{Run, Transcript};

/// The program that the page opens with.
const FIRST_PROGRAM: &str = include_str!("../static/first_program.py");

/// The page: a program, what it prints, and the events of its run.
pub struct App {
    source: String,
    run: Option<Driver<Run>>,
    transcript: Transcript,
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
            transcript: Transcript::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        match action {
            Action::Edit(source) => self.source = source,
            Action::Run => {
                self.transcript = Transcript::default();
                let on_progress = ctx.link().callback(|()| Action::Progress);
                self.run =
                    Some(Driver::start(Run::new(&self.source), move || on_progress.emit(())).unwrap_throw());
            }
            Action::Progress => {
                if let Some(run) = &self.run {
                    run.program().tell(&mut self.transcript);
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
        let event = |(step, words): (usize, &str)| html! { <li key={ step } value={ step.to_string() }>{ words }</li> };
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
                    <ul role="status">{ for self.diagnostics().iter().map(diagnostic) }</ul>
                </section>
                <section data-panel="console" aria-label={ Msg::Output.text() }>
                    <h2>{ Msg::Output.text() }</h2>
                    <pre>{ self.transcript.output() }</pre>
                </section>
                <section data-panel="log" aria-label={ Msg::Events.text() }>
                    <h2>{ Msg::Events.text() }</h2>
                    <ol>{ for self.transcript.events().map(event) }</ol>
                </section>
            </main>
        }
    }
}

impl App {
    fn diagnostics(&self) -> Vec<Diagnostic> {
        self.run
            .as_ref()
            .map(|run| run.program().diagnostics().to_vec())
            .unwrap_or_default()
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> Html {
    let Diagnostic {
        line,
        column,
        message,
        hint,
        ..
    } = diagnostic;
    let key = format!("{line}:{column} {message}");
    html! {
        <li key={ key.clone() }>{ key }{ for hint.iter().map(|hint| html! { <p>{ hint }</p> }) }</li>
    }
}
