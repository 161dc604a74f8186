//! What events refer to by number: names, texts and places in the program.

use std::collections::HashMap;
use std::rc::Rc;

use crate::id::{Line, NameId, SiteId, TextId, U24};

/// A place in the program: a function's definition, or an await point in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Site {
    /// The function that it stands in, or that it defines.
    pub function: NameId,
    /// The source text to show for it, such as the awaited expression.
    pub text: NameId,
    /// Its first byte in the source.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Its line.
    pub line: Line,
    /// What it is among the await points of its function.
    pub point: AwaitPoint,
}

/// An await point among those of its function.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AwaitPoint {
    /// Which one it is: a bit of [`Needs::Awaits`], from 0 to 63.
    pub number: u8,
    pub needs: Needs,
}

impl Site {
    /// Whether it stands in the program. A task whose site does not was made by asyncio itself, to clean up.
    #[must_use]
    pub fn is_in_program(&self) -> bool {
        self.line.get() > 0
    }
}

/// What must have happened before an await begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needs {
    /// The awaits with these numbers, whose results it may use.
    Awaits(u64),
    /// All that comes before it: it is the work of an `async for` or an `async with`.
    Order,
}

impl Default for Needs {
    fn default() -> Self {
        Self::Awaits(0)
    }
}

/// The tables of one trace. They only grow.
#[derive(Clone, Debug)]
pub struct Tables {
    names: Vec<Rc<str>>,
    name_ids: HashMap<Rc<str>, NameId>,
    text: String,
    /// Where each text ends in `text`; the first is the empty text.
    text_ends: Vec<usize>,
    sites: Vec<Site>,
    /// The bytes of all names.
    name_bytes: usize,
}

/// Names longer than this are cut: they are shown in a line.
const MOST_NAME: usize = 1000;

/// What a name takes besides its text: its count of references, its places in the tables.
const NAME_OVERHEAD: usize = 80;

impl Default for Tables {
    fn default() -> Self {
        let empty: Rc<str> = Rc::from("");
        Self {
            names: vec![Rc::clone(&empty)],
            name_ids: HashMap::from([(empty, NameId::default())]),
            text: String::new(),
            text_ends: vec![0],
            sites: vec![Site::default()],
            name_bytes: 0,
        }
    }
}

impl Tables {
    /// The id of a name, which is kept once. When 16 million are kept, further ones become the empty name.
    pub fn name(&mut self, name: &str) -> NameId {
        let name = cut(name);
        if let Some(id) = self.name_ids.get(name) {
            return *id;
        }
        let Some(id) = self.next_name() else {
            return NameId::default();
        };
        let shared = self.keep(name);
        self.name_ids.insert(shared, id);
        id
    }

    /// Keeps a name without looking whether it is kept already: cheaper for names that occur once, such as
    /// those of tasks.
    pub fn fresh_name(&mut self, name: &str) -> NameId {
        let Some(id) = self.next_name() else {
            return NameId::default();
        };
        self.keep(cut(name));
        id
    }

    /// Keeps a text. When four thousand million are kept, further ones become the empty text.
    pub fn text(&mut self, text: &str) -> TextId {
        if text.is_empty() {
            return TextId::default();
        }
        let Ok(id) = u32::try_from(self.text_ends.len()) else {
            return TextId::default();
        };
        self.text.push_str(text);
        self.text_ends.push(self.text.len());
        TextId(id)
    }

    /// Keeps a place.
    pub fn site(&mut self, site: Site) -> SiteId {
        let Ok(id) = u32::try_from(self.sites.len()) else {
            return SiteId::default();
        };
        self.sites.push(site);
        SiteId(id)
    }

    /// The name with this id; empty for an id of another trace.
    #[must_use]
    pub fn get_name(&self, id: NameId) -> &str {
        self.names.get(id.0.get() as usize).map_or("", |name| name)
    }

    /// The text with this id; empty for an id of another trace.
    #[must_use]
    pub fn get_text(&self, id: TextId) -> &str {
        let index = id.0 as usize;
        let start = index.checked_sub(1).and_then(|before| self.text_ends.get(before));
        let end = self.text_ends.get(index);
        match (start, end) {
            (Some(start), Some(end)) => self.text.get(*start..*end).unwrap_or(""),
            _ => "",
        }
    }

    /// The place with this id; the unknown place for an id of another trace.
    #[must_use]
    pub fn get_site(&self, id: SiteId) -> Site {
        self.sites.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// How many bytes they take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let texts = self.text.len() + self.text_ends.len() * size_of::<usize>();
        self.name_bytes + texts + self.sites.len() * size_of::<Site>()
    }

    fn keep(&mut self, name: &str) -> Rc<str> {
        self.name_bytes += name.len() + NAME_OVERHEAD;
        let shared: Rc<str> = Rc::from(name);
        self.names.push(Rc::clone(&shared));
        shared
    }

    fn next_name(&self) -> Option<NameId> {
        let id = u32::try_from(self.names.len()).ok().filter(|id| *id < U24::MAX)?;
        Some(NameId(U24::new(id)))
    }
}

/// The beginning of a name that is too long.
fn cut(name: &str) -> &str {
    name.get(..name.floor_char_boundary(MOST_NAME)).unwrap_or(name)
}
