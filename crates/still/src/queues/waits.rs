//! Who waits for what, in words.

use switchboard_i18n::QueuesMsg;
use switchboard_trace::{ObjectKind, ObjectOp, ObjectView, ThreadId};
use switchboard_view::{Awaited, WaitRow, Wish};

use super::flow::Item;
use crate::Still;
use crate::card::CardState;

/// A thing and how it stands with it.
pub fn head(still: &Still<'_>, row: &WaitRow) -> Vec<Item> {
    let lang = still.lang;
    let word = |msg: QueuesMsg| Item::Word(msg.text(lang).to_owned());
    let strong = |text: String| Item::Strong(text);
    match &row.on {
        Awaited::Object(object) => {
            let mut items = vec![strong(object_name(still, object))];
            items.extend(object_state(still, object));
            items
        }
        Awaited::Task(task) => vec![
            strong(QueuesMsg::Task.text(lang).to_owned()),
            Item::Card(*task, super::whole::state_of(still, *task)),
        ],
        Awaited::Thread(thread) => vec![strong(thread_name(still, *thread)), word(QueuesMsg::Runs)],
        Awaited::Io(token) => {
            let name = format!("{} {}", QueuesMsg::Connection.text(lang), token.0);
            vec![strong(name), word(QueuesMsg::Watched)]
        }
        Awaited::Unnamed => vec![strong(QueuesMsg::Unnamed.text(lang).to_owned())],
    }
}

/// Those who wait for it, a line for each wish.
pub fn waiters(still: &Still<'_>, row: &WaitRow) -> Vec<Vec<Item>> {
    let lang = still.lang;
    let line = |(wish, tasks): &(Wish, switchboard_view::Bounded<switchboard_trace::TaskId>)| {
        let word = match wish {
            Wish::Plain => QueuesMsg::WaitPlain,
            Wish::Get => QueuesMsg::WaitGet,
            Wish::Put => QueuesMsg::WaitPut,
            Wish::Join => QueuesMsg::WaitJoin,
        };
        let mut items = vec![Item::Word(word.text(lang).to_owned())];
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

/// A thing by the name that it has in asyncio, and its number.
fn object_name(still: &Still<'_>, object: &ObjectView) -> String {
    let kind = QueuesMsg::of_kind(object.kind).text(still.lang);
    let name = still.trace.tables().get_name(object.name);
    let known_as = if name.is_empty() { kind } else { name };
    format!("{known_as} {}", object.object.number())
}

fn object_state(still: &Still<'_>, object: &ObjectView) -> Vec<Item> {
    let lang = still.lang;
    let word = |msg: QueuesMsg| vec![Item::Word(msg.text(lang).to_owned())];
    let counted = |msg: QueuesMsg| vec![Item::Word(format!("{} {}", msg.text(lang), object.value))];
    match object.kind {
        ObjectKind::Lock | ObjectKind::Condition => match object.holder {
            Some(task) => vec![
                Item::Word(QueuesMsg::HeldBy.text(lang).to_owned()),
                Item::Card(task, super::whole::state_of(still, task)),
            ],
            None if object.kind == ObjectKind::Lock => word(QueuesMsg::Free),
            None => Vec::new(),
        },
        ObjectKind::Semaphore => counted(QueuesMsg::FreePlaces),
        ObjectKind::Event if object.last == Some(ObjectOp::Set) => word(QueuesMsg::IsSet),
        ObjectKind::Event => word(QueuesMsg::IsNotSet),
        ObjectKind::Barrier => counted(QueuesMsg::Standing),
        ObjectKind::Queue => counted(QueuesMsg::Items),
        ObjectKind::Future | ObjectKind::Group => Vec::new(),
    }
}

fn thread_name(still: &Still<'_>, thread: ThreadId) -> String {
    let named = still.board.threads().find(|(known, _)| *known == thread);
    let name = named.map_or("", |(_, name)| still.trace.tables().get_name(name));
    match name {
        "" => format!("{} {}", QueuesMsg::Thread.text(still.lang), thread.number()),
        name => name.to_owned(),
    }
}
