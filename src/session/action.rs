//! What a person, a key or a host script can ask the page to do.

use std::rc::Rc;

use switchboard_scenario::Scenario;
use switchboard_trace::TaskId;
use switchboard_view::quiz::Answer;
use switchboard_view::{Direction, Unit};

use super::exercise::Asking;
use super::gallery::Gallery;
use super::layout::{Device, PanelId, Split};
use super::options::Options;
use super::settings::{Rate, Theme};
use super::state::{ProgramView, Refused};
use crate::i18n::Lang;

/// One request; the page's state changes by these alone.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    // -- Playing ------------------------------------------------------------------------------------------
    /// Runs or pauses.
    Toggle,
    Run,
    Pause,
    /// Back to the beginning, with the program as it is written now.
    Restart,
    /// Over one unit of the chosen kind.
    Step(Direction),
    /// Over one unit of this kind.
    StepBy(Direction, Unit),
    /// To this step.
    Seek(usize),
    /// To the newest event.
    SeekEnd,
    SetUnit(Unit),
    SetRate(Rate),
    /// Whether blocking calls hold up the page for real.
    FeelBlocking(bool),
    /// Something may have moved: once before a frame.
    Tick,
    // -- Questions ----------------------------------------------------------------------------------------
    /// Whether questions are asked of any program.
    SetAsking(Asking),
    /// Answers the question at which the playhead stands.
    Answer(Answer),
    /// Asks everything again, from the beginning.
    AskAgain,
    /// Leaves the stop at which the playhead stands.
    GoOn,
    // -- The program --------------------------------------------------------------------------------------
    /// The draft has this text now.
    Edit(String),
    /// A link has brought this.
    Open(Rc<Scenario>),
    /// A link or a file could not be opened.
    Refuse(Refused),
    /// The gallery is here; or nowhere to be had.
    Receive(Option<Gallery>),
    /// Opens the scenario of this name in the gallery.
    OpenEntry(Rc<str>),
    /// The program that was kept takes the draft's place again, which is kept instead.
    TakeBack,
    /// The kept program is of no interest any longer.
    LetGo,
    /// Shows the program in this way.
    ShowProgram(ProgramView),
    // -- Looking ------------------------------------------------------------------------------------------
    /// Lights a task in all panels while the pointer or the focus is on it.
    Light(Option<TaskId>),
    /// Points at a line of the program.
    ShowLine(u32),
    /// Opens a task's inspector.
    Select(Option<TaskId>),
    SetLang(Lang),
    SetTheme(Theme),
    /// For this visit alone.
    Adopt(Options),
    /// Large type for the back row, or as before.
    Present,
    /// A newer version of the page is here.
    OfferUpdate,
    /// Opens the newer version.
    Update,
    ShowHelp,
    ShowShare,
    ShowGallery,
    /// Opens or closes what the author says about the program.
    ShowNotes(bool),
    CloseDialogs,
    // -- The layout ---------------------------------------------------------------------------------------
    /// Brings a panel to the front of its area; on a phone, shows it.
    BringToFront(PanelId),
    /// Hides a panel, or brings it back.
    TogglePanel(PanelId),
    /// There is so much room now.
    Fit(Device),
    /// Moves the line between two areas, to this percentage.
    Divide(Split, f64),
}
