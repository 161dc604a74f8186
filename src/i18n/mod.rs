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
    /// A part of the program that is loaded later can't be had.
    RestMissing,
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
            Self::RestMissing => {
                "A part of Switchboard could not be loaded. Check the connection and reload the page."
            }
        }
    }
}
