//! Every text that the page shows, so that no other file has to be searched for one.

/// A text of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The page's heading.
    Title,
    /// The label of the program's text area.
    Program,
    /// The button that starts the program.
    Run,
    /// The heading of what the program prints.
    Output,
    /// The heading of the list of events.
    Events,
}

impl Msg {
    /// The text in English.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Title => "Switchboard",
            Self::Program => "Program",
            Self::Run => "Run",
            Self::Output => "Output",
            Self::Events => "Events",
        }
    }
}
