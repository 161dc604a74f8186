//! Who waits for what, as what stands in lines.

use switchboard_i18n::{QueuesMsg, WaitPart, Waits};
use switchboard_trace::TaskId;
use switchboard_view::{Bounded, WaitRow, Wish};

use super::flow::Item;
use super::whole::state_of;
use crate::Still;
use crate::card::CardState;

/// A thing and how it stands with it.
pub fn head(still: &Still<'_>, row: &WaitRow) -> Vec<Item> {
    let waits = Waits {
        board: still.board,
        tables: still.trace.tables(),
        lang: still.lang,
    };
    let item = |part: WaitPart, as_text: fn(String) -> Item| match part {
        WaitPart::Word(text) => as_text(text),
        WaitPart::Task(task) => Item::Card(task, state_of(still, task)),
    };
    let name = waits.name(&row.on).into_iter();
    let state = waits.state(&row.on).into_iter();
    name.map(|part| item(part, Item::Strong))
        .chain(state.map(|part| item(part, Item::Word)))
        .collect()
}

/// Those who wait for it, a line for each wish.
pub fn waiters(still: &Still<'_>, row: &WaitRow) -> Vec<Vec<Item>> {
    let lang = still.lang;
    let line = |(wish, tasks): &(Wish, Bounded<TaskId>)| {
        let mut items = vec![Item::Word(QueuesMsg::of_wish(*wish).text(lang).to_owned())];
        items.extend(
            tasks
                .first
                .iter()
                .map(|task| Item::Card(*task, CardState::Waiting)),
        );
        if tasks.more > 0 {
            items.push(Item::Word(QueuesMsg::more(lang, tasks.more)));
        }
        items
    };
    row.waiters.iter().map(line).collect()
}
