//! The log: one sentence an event, what happened and why now.

use switchboard_trace::{TaskId, Trace};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::{Panel, SentenceView};
use crate::host::page;
use crate::i18n::sentences::{Teller, moment};
use crate::i18n::{Lang, Msg};
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
    /// The selected task alone.
    is_of_selected: bool,
}

/// The newest sentences.
#[component]
pub fn Log(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let list = use_node_ref();
    let filter = use_state(|| Filter {
        kind: Kind::All,
        is_of_selected: false,
    });
    {
        let list = list.clone();
        use_effect_with((shown.board.step, shown.run), move |_| {
            if let Some(list) = list.cast::<web_sys::Element>() {
                page::scroll_to_end(&list);
            }
        });
    }
    let rows = shown.trace().map(|trace| rows(shown, &trace, *filter, dispatch));
    html! {
        <Panel id={ PanelId::Log } tools={ tools(shown, &filter) }>
            if let Some(rows) = rows {
                <ol ref={ list } class="log-list">{ for rows }</ol>
            } else {
                <p class="empty">{ Msg::LogEmpty.text(shown.lang) }</p>
            }
        </Panel>
    }
}

fn tools(shown: &Shown, filter: &UseStateHandle<Filter>) -> Html {
    let lang: Lang = shown.lang;
    let chosen = **filter;
    let onchange = {
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
    let of_selected = {
        let filter = filter.clone();
        Callback::from(move |_| {
            filter.set(Filter {
                is_of_selected: !chosen.is_of_selected,
                ..chosen
            });
        })
    };
    let option =
        |kind: Kind| html! { <option selected={ kind == chosen.kind }>{ kind.msg().text(lang) }</option> };
    html! {
        <div class="log-filter">
            if let Some(task) = shown.selected {
                <button class="quiet" aria-pressed={ chosen.is_of_selected.to_string() } onclick={ of_selected }>
                    { shown.label(task).to_string() }
                </button>
            }
            <select aria-label={ Msg::Kind.text(lang) } { onchange }>{ for Kind::ALL.into_iter().map(option) }</select>
        </div>
    }
}

fn rows(shown: &Shown, trace: &Trace, filter: Filter, dispatch: &Dispatch) -> Vec<Html> {
    let teller = Teller {
        lang: shown.lang,
        trace,
        labels: &shown.labels,
    };
    let only = shown.selected.filter(|_| filter.is_of_selected);
    let fits = |step: &usize| {
        let event = trace.get(*step).map(|record| record.event);
        event.is_some_and(|event| {
            filter.kind.takes(event.name()) && only.is_none_or(|task| speaks_of(&event, task))
        })
    };
    let end = shown.board.step;
    let looked_at = (end.saturating_sub(MOST_LOOKED_AT)..end).rev();
    let mut steps: Vec<usize> = looked_at.filter(fits).take(MOST_ROWS).collect();
    steps.reverse();
    let Some(first) = steps.first() else {
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
                    <span class="number">{ step + 1 }</span>
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
