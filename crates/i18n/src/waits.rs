//! Who waits for what, in words: the things that are waited for, and how it stands with each.

use switchboard_trace::{Board, ObjectKind, ObjectOp, ObjectView, Tables, TaskId};
use switchboard_view::{Awaited, Wish};

use crate::{Lang, QueuesMsg};

/// A word, or a task that is named as tasks are where this is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitPart {
    Word(String),
    Task(TaskId),
}

/// What waits are told by: a run at one step, for people who read a language.
#[derive(Clone, Copy)]
pub struct Waits<'a> {
    pub board: &'a Board,
    pub tables: &'a Tables,
    pub lang: Lang,
}

impl Waits<'_> {
    /// What a thing is called.
    #[must_use]
    pub fn name(&self, on: &Awaited) -> Vec<WaitPart> {
        let numbered =
            |msg: QueuesMsg, number: &dyn std::fmt::Display| format!("{} {number}", self.word(msg));
        let name = match on {
            Awaited::Object(object) => self.object(object),
            Awaited::Task(task) => {
                return vec![
                    WaitPart::Word(self.word(QueuesMsg::Task).to_owned()),
                    WaitPart::Task(*task),
                ];
            }
            Awaited::Thread(thread) => {
                let named = self.board.threads().find(|(known, _)| known == thread);
                match named.map_or("", |(_, name)| self.tables.get_name(name)) {
                    "" => numbered(QueuesMsg::Thread, &thread.number()),
                    name => name.to_owned(),
                }
            }
            Awaited::Io(token) => numbered(QueuesMsg::Connection, &token.0),
            Awaited::Unnamed => self.word(QueuesMsg::Unnamed).to_owned(),
        };
        vec![WaitPart::Word(name)]
    }

    /// How it stands with a thing.
    #[must_use]
    pub fn state(&self, on: &Awaited) -> Vec<WaitPart> {
        let word = |msg: QueuesMsg| vec![WaitPart::Word(self.word(msg).to_owned())];
        match on {
            Awaited::Object(object) => self.object_state(object),
            Awaited::Thread(_) => word(QueuesMsg::Runs),
            Awaited::Io(_) => word(QueuesMsg::Watched),
            Awaited::Task(_) | Awaited::Unnamed => Vec::new(),
        }
    }

    /// An object by the name that it has in asyncio, and its number.
    #[must_use]
    pub fn object(&self, object: &ObjectView) -> String {
        let name = self.tables.get_name(object.name);
        let known_as = match name {
            "" => self.word(QueuesMsg::of_kind(object.kind)),
            name => name,
        };
        format!("{known_as} {}", object.object.number())
    }

    fn object_state(&self, object: &ObjectView) -> Vec<WaitPart> {
        let word = |msg: QueuesMsg| vec![WaitPart::Word(self.word(msg).to_owned())];
        let counted = |msg: QueuesMsg| vec![WaitPart::Word(format!("{} {}", self.word(msg), object.value))];
        match object.kind {
            ObjectKind::Lock | ObjectKind::Condition => match object.holder {
                Some(task) => vec![
                    WaitPart::Word(self.word(QueuesMsg::HeldBy).to_owned()),
                    WaitPart::Task(task),
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

    const fn word(&self, msg: QueuesMsg) -> &'static str {
        msg.text(self.lang)
    }
}

impl QueuesMsg {
    /// What those who wait want of a thing.
    #[must_use]
    pub const fn of_wish(wish: Wish) -> Self {
        match wish {
            Wish::Plain => Self::WaitPlain,
            Wish::Get => Self::WaitGet,
            Wish::Put => Self::WaitPut,
            Wish::Join => Self::WaitJoin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::Trace;

    #[test]
    fn a_task_that_is_waited_for_is_named_as_tasks_are() {
        let trace = Trace::new();
        let waits = Waits {
            board: &trace.board_at(0),
            tables: trace.tables(),
            lang: Lang::En,
        };
        let task = TaskId::from_index(3);
        let name = waits.name(&Awaited::Task(task));
        assert_eq!(name.last(), Some(&WaitPart::Task(task)));
        assert_eq!(waits.state(&Awaited::Task(task)), []);
    }
}
