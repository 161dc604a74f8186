//! What there is to say about the program itself, under the listing.

use std::rc::Rc;

use switchboard_python::syntax::Severity;
use yew::prelude::*;

use crate::i18n::Lang;
use crate::i18n::sentences::line_name;
use crate::session::Program;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub program: Rc<Program>,
    pub lang: Lang,
}

/// Errors and warnings, each with its line.
#[component]
pub fn Findings(props: &Props) -> Html {
    let found = &props.program.diagnostics;
    if found.is_empty() {
        return Html::default();
    }
    let rows = found.iter().enumerate().map(|(key, found)| {
        let class = match found.severity {
            Severity::Error => "finding error",
            Severity::Warning => "finding",
        };
        html! {
            <li { key } { class }>
                <strong>{ line_name(props.lang, found.line) }</strong>
                { ": " }{ &found.message }
                if let Some(hint) = &found.hint {
                    <p>{ hint }</p>
                }
            </li>
        }
    });
    html! { <ul class="findings" role="status">{ for rows }</ul> }
}
