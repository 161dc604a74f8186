//! The lanes as a table.

use switchboard_trace::Outcome;
use switchboard_view::lanes::{Lane, Lanes, State, Totals};
use switchboard_view::{Look, duration};
use yew::prelude::*;

use crate::i18n::TimelineMsg as Msg;
use crate::session::Shown;

/// More rows than anybody reads would only make the page slow.
const MOST_ROWS: usize = 100;

/// The lanes up to the playhead, as a table.
pub fn table(shown: &Shown, lanes: &Lanes) -> Html {
    let lang = shown.lang;
    let heads = [
        Msg::Lane,
        Msg::Running,
        Msg::Ready,
        Msg::Waiting,
        Msg::Steps,
        Msg::Outcome,
    ];
    let head = |msg: &Msg| html! { <th scope="col">{ msg.text(lang) }</th> };
    let rows = lanes.rows().iter().take(MOST_ROWS).filter_map(|task| {
        let lane = lanes.of_task(*task)?;
        let slot = Look::of(*task).slot.to_string();
        let name = html! {
            <span class="task-name" data-slot={ slot } data-task={ task.number().to_string() }>{ shown.label(*task) }</span>
        };
        Some(row(shown, lane, task.number(), name))
    });
    let more = lanes.rows().len().saturating_sub(MOST_ROWS);
    html! {
        <div class="timeline-table" tabindex="0" role="region" aria-label={ Msg::AsTable.text(lang) }>
            <table>
                <thead><tr>{ for heads.iter().map(head) }</tr></thead>
                <tbody>
                    { row(shown, lanes.of_loop(), 0, html! { Msg::Loop.text(lang) }) }
                    { for rows }
                    if more > 0 {
                        <tr key="more"><td colspan="6">{ Msg::MoreLanes.with(lang, &[&more.to_string()]) }</td></tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row(shown: &Shown, lane: &Lane, key: u32, name: Html) -> Html {
    let board = &shown.board;
    let totals = lane.totals(board.step, board.time.as_nanos());
    let state = lane.state_at(board.step);
    html! {
        <tr { key }>
            <th scope="row">{ name }</th>
            <td>{ running(shown, &totals) }</td>
            <td>{ if key == 0 { "–".to_owned() } else { duration(totals.ready) } }</td>
            <td>{ duration(totals.waiting) }</td>
            <td>{ totals.steps }</td>
            <td>{ state_word(state, key == 0).text(shown.lang) }</td>
        </tr>
    }
}

fn running(shown: &Shown, totals: &Totals) -> String {
    let all = duration(totals.running + totals.blocking);
    if totals.blocking == 0 {
        return all;
    }
    format!(
        "{all} ({}: {})",
        Msg::Blocking.text(shown.lang),
        duration(totals.blocking)
    )
}

fn state_word(state: Option<State>, is_loop: bool) -> Msg {
    match state {
        None => Msg::NotMade,
        Some(State::Running) => Msg::Running,
        Some(State::Blocking) => Msg::Blocking,
        Some(State::Ready) => Msg::Ready,
        Some(State::Waiting(_)) => Msg::Waiting,
        Some(State::Done(Outcome::Returned)) => Msg::Returned,
        Some(State::Done(Outcome::Failed)) => Msg::Failed,
        Some(State::Done(Outcome::Cancelled)) => Msg::Cancelled,
        Some(State::Between) if is_loop => Msg::Over,
        Some(State::Asleep | State::Between) => Msg::Asleep,
    }
}
