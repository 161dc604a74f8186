//! The log: one sentence an event, what happened and why now.

use switchboard_trace::{TaskId, TaskView, Trace};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::{Panel, SentenceView, Stop, row_button, walk_rows};
use crate::host::page;
use crate::i18n::sentences::{Teller, moment};
use crate::i18n::{InspectorMsg, Lang, Msg};
use crate::session::{Action, Dispatch, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The list shows at most so many sentences before the playhead.
const MOST_ROWS: usize = 80;

/// At most so many events are looked through for them.
const MOST_LOOKED_AT: usize = 4_000;

/// Which events are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    All,
    Tasks,
    Loop,
    Output,
}

impl Kind {
    const ALL: [Self; 4] = [Self::All, Self::Tasks, Self::Loop, Self::Output];

    const fn msg(self) -> Msg {
        match self {
            Self::All => Msg::KindAll,
            Self::Tasks => Msg::KindTasks,
            Self::Loop => Msg::KindLoop,
            Self::Output => Msg::Output,
        }
    }

    fn takes(self, name: &str) -> bool {
        let is_loop = matches!(
            name,
            "turn-began" | "turn-ended" | "phase-began" | "timer-fired" | "io-ready"
        );
        match self {
            Self::All => true,
            Self::Loop => is_loop,
            Self::Output => matches!(name, "output" | "raised" | "run-ended"),
            Self::Tasks => !is_loop && name != "line-reached",
        }
    }
}

/// What the list is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Filter {
    kind: Kind,
    /// This task alone.
    task: Option<TaskId>,
}

/// The newest sentences.
#[component]
pub fn Log(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let list = use_node_ref();
    let filter = use_state(|| Filter {
        kind: Kind::All,
        task: None,
    });
    // The tasks of another run are others.
    let of_run = use_state_eq(|| shown.run);
    if *of_run != shown.run {
        of_run.set(shown.run);
        filter.set(Filter {
            task: None,
            ..*filter
        });
    }
    {
        let list = list.clone();
        use_effect_with((shown.board.step, shown.run), move |_| {
            if let Some(list) = list.cast::<web_sys::Element>() {
                page::scroll_to_end(&list);
            }
        });
    }
    let rows = shown.trace().map(|trace| rows(shown, &trace, *filter, dispatch));
    let nothing = match &rows {
        None => Some(Msg::LogEmpty),
        Some(rows) if rows.is_empty() && shown.board.step > 0 => Some(Msg::LogNothing),
        Some(_) => None,
    };
    html! {
        <Panel id={ PanelId::Log } tools={ tools(shown, &filter) }>
            if let Some(nothing) = nothing {
                <p class="empty">{ nothing.text(shown.lang) }</p>
            }
            <ol ref={ list } class="log-list" onkeydown={ walk_rows() }>{ for rows.into_iter().flatten() }</ol>
        </Panel>
    }
}

/// The choice offers at most so many tasks, and the selected one.
const MOST_TASKS: usize = 100;

fn tools(shown: &Shown, filter: &UseStateHandle<Filter>) -> Html {
    let lang: Lang = shown.lang;
    let chosen = **filter;
    let tasks = offered(shown, chosen.task);
    let on_task = {
        let (filter, tasks) = (filter.clone(), tasks.clone());
        Callback::from(move |event: Event| {
            let number = event.target_unchecked_into::<HtmlSelectElement>().value();
            let task = tasks.iter().find(|task| task.number().to_string() == number);
            filter.set(Filter {
                task: task.copied(),
                ..chosen
            });
        })
    };
    let on_kind = {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let index = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            let kind = usize::try_from(index).ok().and_then(|index| Kind::ALL.get(index));
            filter.set(Filter {
                kind: kind.copied().unwrap_or(Kind::All),
                ..chosen
            });
        })
    };
    let kind =
        |kind: Kind| html! { <option selected={ kind == chosen.kind }>{ kind.msg().text(lang) }</option> };
    let task = |task: TaskId| {
        let number = task.number();
        html! {
            <option key={ number } value={ number.to_string() } selected={ chosen.task == Some(task) }>
                { shown.label(task).to_string() }
            </option>
        }
    };
    html! {
        <div class="log-filter">
            <select aria-label={ Msg::WhichTask.text(lang) } onchange={ on_task }>
                <option key="all" value="" selected={ chosen.task.is_none() }>{ InspectorMsg::Back.text(lang) }</option>
                { for tasks.into_iter().map(task) }
            </select>
            <select aria-label={ Msg::Kind.text(lang) } onchange={ on_kind }>{ for Kind::ALL.into_iter().map(kind) }</select>
        </div>
    }
}

/// The first tasks of the program, and those that somebody has chosen here or elsewhere.
fn offered(shown: &Shown, chosen: Option<TaskId>) -> Vec<TaskId> {
    let trace = shown.trace();
    let is_of_program = |view: &&TaskView| {
        let tables = trace.as_deref().map(Trace::tables);
        tables.is_some_and(|tables| tables.get_site(view.site).is_in_program())
    };
    let mut tasks: Vec<TaskId> = shown
        .board
        .tasks()
        .filter(is_of_program)
        .take(MOST_TASKS)
        .map(|view| view.task)
        .collect();
    for task in [chosen, shown.selected].into_iter().flatten() {
        if !tasks.contains(&task) {
            tasks.push(task);
        }
    }
    tasks
}

fn rows(shown: &Shown, trace: &Trace, filter: Filter, dispatch: &Dispatch) -> Vec<Html> {
    let teller = Teller {
        lang: shown.lang,
        trace,
        labels: &shown.labels,
    };
    let fits = |step: &usize| {
        let event = trace.get(*step).map(|record| record.event);
        event.is_some_and(|event| {
            filter.kind.takes(event.name()) && filter.task.is_none_or(|task| speaks_of(&event, task))
        })
    };
    let end = shown.board.step;
    let looked_at = (end.saturating_sub(MOST_LOOKED_AT)..end).rev();
    let mut steps: Vec<usize> = looked_at.filter(fits).take(MOST_ROWS).collect();
    steps.reverse();
    let (Some(first), Some(last)) = (steps.first(), steps.last().copied()) else {
        return Vec::new();
    };
    let mut board = trace.board_at(*first);
    let mut rows = Vec::with_capacity(steps.len());
    for step in steps {
        board.advance(trace, step);
        if let Some(record) = trace.get(step) {
            let sentence = teller.tell(&record, &board);
            let onclick = dispatch.reform(move |_: MouseEvent| Action::Seek(step + 1));
            rows.push(html! {
                <li key={ step } class={ classes!("log-row", (step + 1 == end).then_some("now")) } { onclick }>
                    { row_button(Stop::of(step == last), "number", (step + 1).to_string()) }
                    <span class="time">{ moment(record.time) }</span>
                    <span><SentenceView { sentence } lit={ shown.lit } dispatch={ dispatch.clone() } /></span>
                </li>
            });
        }
    }
    rows
}

fn speaks_of(event: &switchboard_trace::Event, task: TaskId) -> bool {
    event
        .params()
        .iter()
        .any(|(_, value)| *value == switchboard_trace::Param::Task(task))
}
