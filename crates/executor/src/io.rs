//! The watch list: which I/O the host is to look for, and what is to happen then (asyncio's selector keys).

use std::collections::BTreeMap;
use std::rc::Rc;

use switchboard_trace::Token;

use crate::handles::Handle;

/// What is watched. A source stays watched until it is unwatched, as with `loop.add_reader`.
#[derive(Default)]
pub(crate) struct Watches {
    by_token: BTreeMap<Token, Watch>,
}

pub(crate) struct Watch {
    pub(crate) callback: Rc<dyn Fn()>,
    /// The callback's handle while it stands in the ready queue.
    pub(crate) queued: Option<Handle>,
}

impl Watches {
    /// Watches a source, in place of what was watched under this token before.
    pub(crate) fn insert(&mut self, token: Token, callback: Rc<dyn Fn()>) -> Option<Watch> {
        self.by_token.insert(
            token,
            Watch {
                callback,
                queued: None,
            },
        )
    }

    pub(crate) fn remove(&mut self, token: Token) -> Option<Watch> {
        self.by_token.remove(&token)
    }

    pub(crate) fn get_mut(&mut self, token: Token) -> Option<&mut Watch> {
        self.by_token.get_mut(&token)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.by_token.is_empty()
    }

    pub(crate) fn take_all(&mut self) -> BTreeMap<Token, Watch> {
        core::mem::take(&mut self.by_token)
    }
}
