//! A line of the listing. It is drawn anew only when something on it changes.

use std::rc::Rc;

use switchboard_python::syntax::Part;
use switchboard_trace::TaskId;
use switchboard_view::Look;
use yew::prelude::*;

use crate::components::TaskName;
use crate::i18n::{Lang, Msg};
use crate::session::Dispatch;

/// A line of the program, cut where its colour changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub pieces: Vec<(String, Style)>,
    /// How far in it begins, in letters.
    pub indent: usize,
    pub has_await: bool,
}

/// How a piece of a line looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub part: Option<Part>,
    pub is_found: bool,
}

/// How it stands with the await points of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum AwaitMark {
    /// There is none.
    None,
    NotReached,
    /// These tasks wait there, and perhaps others.
    Waiting(String),
    Passed(usize),
}

/// A task that stands on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    pub task: TaskId,
    pub label: Rc<str>,
    pub is_lit: bool,
}

/// The most characters of a name beside a line, where it stands alone and where it has company.
const MOST_OF_ONE: usize = 24;
const MOST_OF_SEVERAL: usize = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub number: u32,
    pub line: Rc<Line>,
    /// The task that runs the line now; nothing in it where no task does.
    pub runner: Option<Option<TaskId>>,
    pub mark: AwaitMark,
    pub chips: Vec<Chip>,
    /// How many more stand there.
    pub more: usize,
    pub is_pointed: bool,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// A line with its number, its mark and whoever stands there.
#[component]
pub fn CodeLine(props: &Props) -> Html {
    let Props {
        number,
        line,
        runner,
        more,
        ..
    } = props;
    let slot =
        runner.map(|task| task.map_or_else(|| "none".to_owned(), |task| Look::of(task).slot.to_string()));
    let most = if props.chips.len() > 1 {
        MOST_OF_SEVERAL
    } else {
        MOST_OF_ONE
    };
    html! {
        <li
            class={ classes!("code-line", runner.map(|_| "now")) }
            data-line={ number.to_string() }
            data-slot={ slot }
            data-pointed={ props.is_pointed.then_some("") }
        >
            <span class="number" aria-hidden="true">{ *number }</span>
            { mark(&props.mark, props.lang) }
            <span class="text" style={ (line.indent > 0).then(|| format!("--indent:{}ch", line.indent + 2)) }>{ for line.pieces.iter().enumerate().map(piece) }</span>
            <span class="chips">
                { for props.chips.iter().map(|chip| chip_view(chip, most, &props.dispatch)) }
                if *more > 0 {
                    <span class="more">{ format!("+{more}") }</span>
                }
            </span>
        </li>
    }
}

fn piece((key, (text, style)): (usize, &(String, Style))) -> Html {
    let colour = style.part.map(|part| match part {
        Part::Await | Part::Word => "syntax-word",
        Part::Definition => "syntax-name",
        Part::Text => "syntax-text",
        Part::Number => "syntax-number",
        Part::Comment => "syntax-note",
    });
    let class = classes!(colour, style.is_found.then_some("found"));
    html! { <span { key } { class }>{ text.clone() }</span> }
}

/// Not reached, waiting now, passed so many times.
fn mark(mark: &AwaitMark, lang: Lang) -> Html {
    let (class, title) = match mark {
        AwaitMark::None => return html! { <span></span> },
        AwaitMark::NotReached => ("await-mark", Msg::AwaitNotReached.text(lang).to_owned()),
        AwaitMark::Waiting(told) => ("await-mark waiting", told.clone()),
        AwaitMark::Passed(count) => (
            "await-mark passed",
            format!("{} {count}×", Msg::AwaitPassed.text(lang)),
        ),
    };
    html! { <span { class } title={ title.clone() } role="img" aria-label={ title }></span> }
}

fn chip_view(chip: &Chip, most: usize, dispatch: &Dispatch) -> Html {
    html! {
        <TaskName
            key={ chip.task.number() }
            class="chip"
            task={ chip.task }
            label={ Rc::clone(&chip.label) }
            lit={ chip.is_lit }
            { most }
            dispatch={ dispatch.clone() }
        />
    }
}
